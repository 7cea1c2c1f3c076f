package org.sparknmf.io.read.delimited;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.sparknmf.io.read.asked.Delimiter;

/**
 * Finds what separates the fields of some lines: a tab if the first has one; else two colons; else
 * the one of comma, semicolon and pipe of which every line has as many, the more frequent if there
 * are several; else blanks. Lines with none of them have one field. What stands in quotes does not
 * count, nor do commas between the digits of fields between semicolons.
 */
final class DelimiterGuess {
  private static final List<Delimiter> SYMBOLS =
      List.of(Delimiter.COMMA, Delimiter.SEMICOLON, Delimiter.PIPE);
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*(\"|$)");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("(?<=\\d),(?=\\d)");
  private static final Pattern BLANK_INSIDE = Pattern.compile("\\S +\\S|\" +\\S|\\S +\"");

  private DelimiterGuess() {}

  /** The delimiter of these lines, of which there is at least one. */
  static Delimiter of(List<byte[]> lines) {
    List<String> bare =
        lines.stream()
            .map(line -> new String(line, StandardCharsets.ISO_8859_1))
            .map(line -> QUOTED.matcher(line).replaceAll("\"\""))
            .toList();
    String first = bare.get(0);
    if (first.indexOf('\t') >= 0) {
      return Delimiter.TAB;
    }
    if (first.contains(Delimiter.COLONS.text()) && isEven(Delimiter.COLONS, bare)) {
      return Delimiter.COLONS;
    }
    Delimiter most = mostFrequent(bare);
    return most != null || !BLANK_INSIDE.matcher(first.strip()).find()
        ? most == null ? Delimiter.COMMA : most
        : Delimiter.SPACE;
  }

  private static Delimiter mostFrequent(List<String> lines) {
    Delimiter best = null;
    long bestScore = 0;
    for (Delimiter symbol : SYMBOLS) {
      long inFirst = count(symbol, lines.get(0));
      long score = inFirst == 0 ? 0 : inFirst + (isEven(symbol, lines) ? 1L << 32 : 0);
      boolean onlyDecimals =
          best != null && best.equals(Delimiter.COMMA) && score > 0 && areDecimals(lines);
      if (score > bestScore || onlyDecimals) {
        best = symbol;
        bestScore = Math.max(score, bestScore);
      }
    }
    return best;
  }

  /** Whether the commas are those of numbers, wherever a line has numbers. */
  private static boolean areDecimals(List<String> lines) {
    return lines.size() > 1
        && lines.stream()
            .skip(1)
            .allMatch(
                line ->
                    line.indexOf(';') >= 0
                        && DECIMAL_COMMA.matcher(line).replaceAll("").indexOf(',') < 0);
  }

  private static boolean isEven(Delimiter symbol, List<String> lines) {
    return lines.stream().mapToLong(line -> count(symbol, line)).distinct().count() == 1;
  }

  private static long count(Delimiter symbol, String line) {
    return (line.length() - line.replace(symbol.text(), "").length()) / symbol.text().length();
  }
}
