package org.sparknmf.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of the documentation that calls spark-nmf, as a person would paste it into a shell. It is
 * fenced as {@code sh}, or indented by four blanks. An HTML comment before it, {@code not run:} or
 * {@code parsed only:} with a reason, keeps it from being run.
 *
 * @param page where it stands
 * @param line the number of its first line
 * @param mark why it is not run; empty if it is
 * @param text the lines, without indentation
 * @param shown what the page says that it prints: the lines of a block fenced as {@code text} that
 *     follows it before another one; empty if it says nothing
 */
record SiteBlock(Path page, int line, String mark, String text, List<String> shown) {
  private static final Pattern CALL =
      Pattern.compile("(?:\\w+=\\S+ )*(?:submit-scripts/[\\w-]+(?:\\.sh)?|spark-nmf)(?= |$)");
  private static final Pattern MARK = Pattern.compile("<!-- ((?:not run|parsed only): .+) -->");
  private static final Pattern WORD =
      Pattern.compile("((?:[^\\s'\"\\\\]|\\\\.|'[^']*'|\"(?:[^\"\\\\]|\\\\.)*\")+)");
  private static final List<String> ENDS = List.of("|", "||", "&&", ";", "#", ">", "2>", "2>>");

  /** All of a page, in their order. */
  static List<SiteBlock> of(Path page) {
    List<SiteBlock> blocks = new ArrayList<>();
    String mark = "";
    List<String> lines = lines(page);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean fence = line.startsWith("```");
      if (fence || line.startsWith("    ")) {
        int first = fence ? i + 1 : i;
        int end = fence ? endOfFence(lines, first) : endOfIndented(lines, first);
        String all = String.join("\n", lines.subList(first, end));
        String text = fence ? all : all.replaceAll("(?m)^    ", "");
        if (line.equals("```text") && !blocks.isEmpty()) {
          blocks.add(blocks.remove(blocks.size() - 1).showing(text.lines().toList()));
        } else if ((!fence || line.equals("```sh")) && calls(text).findAny().isPresent()) {
          blocks.add(new SiteBlock(page, first + 1, mark, text, List.of()));
        }
        mark = "";
        i = fence ? end : end - 1;
      } else if (!line.isBlank()) {
        Matcher marked = MARK.matcher(line.strip());
        mark = marked.matches() ? marked.group(1) : "";
      }
    }
    return blocks;
  }

  /** The README and the pages of the site. */
  static List<Path> pages() {
    try (Stream<Path> files = Files.list(Path.of("src/site/markdown"))) {
      return Stream.concat(Stream.of(Path.of("README.md")), files.sorted())
          .filter(file -> file.toString().endsWith(".md"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(Path page) {
    try {
      return Files.readAllLines(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SiteBlock showing(List<String> lines) {
    return new SiteBlock(page, line, mark, text, lines);
  }

  boolean isRun() {
    return mark.isEmpty();
  }

  String place() {
    return page + ":" + line;
  }

  /** The command lines for the program itself: words, without what the entrance takes. */
  List<List<String>> commandLines() {
    return calls(text).map(SiteBlock::words).toList();
  }

  private static Stream<String> calls(String text) {
    return Arrays.stream(text.replace("\\\n", " ").split("\n", -1))
        .filter(line -> CALL.matcher(line).lookingAt());
  }

  private static List<String> words(String line) {
    Matcher call = CALL.matcher(line);
    List<String> words = new ArrayList<>();
    if (!call.lookingAt()) {
      return words;
    }
    Matcher word = WORD.matcher(line.substring(call.end()));
    while (word.find() && !ENDS.contains(word.group()) && !word.group().equals("--spark")) {
      words.add(unquoted(word.group()));
    }
    if (!words.isEmpty() && !words.get(0).equals("status")) {
      words.removeAll(List.of("--wait", "--print-command"));
    }
    return words;
  }

  /** What a shell makes of a word without expansions. */
  private static String unquoted(String word) {
    StringBuilder plain = new StringBuilder();
    char quote = ' ';
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '\\' && quote != '\'') {
        i++;
        plain.append(word.charAt(i));
      } else if (quote == ' ' && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = ' ';
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static int endOfFence(List<String> lines, int first) {
    int end = first;
    while (end < lines.size() && !lines.get(end).startsWith("```")) {
      end++;
    }
    return end;
  }

  private static int endOfIndented(List<String> lines, int first) {
    int end = first;
    while (end < lines.size() && lines.get(end).startsWith("    ")) {
      end++;
    }
    return end;
  }
}
