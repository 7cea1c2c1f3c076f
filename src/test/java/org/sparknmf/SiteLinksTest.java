package org.sparknmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links and pictures of the documentation lead somewhere, on the site and on GitHub. */
class SiteLinksTest {
  private static final Path SITE = Path.of("src/site/markdown");
  private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern MENU = Pattern.compile("href=\"([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*?)(?: +#+)?");

  private static List<Path> pages() throws IOException {
    try (Stream<Path> site = Files.list(SITE)) {
      return Stream.concat(
              Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md").map(Path::of), site.sorted())
          .filter(file -> file.toString().endsWith(".md"))
          .toList();
    }
  }

  /** The text outside of fenced and indented blocks, and of code within lines. */
  private static List<String> prose(Path page) throws IOException {
    List<String> prose = new ArrayList<>();
    boolean fenced = false;
    for (String line : Files.readAllLines(page)) {
      if (line.startsWith("```")) {
        fenced = !fenced;
      } else if (!fenced && !line.startsWith("    ")) {
        prose.add(line);
      }
    }
    return prose;
  }

  /** The links of a page; those that are broken between two lines, too. */
  private static List<String> links(Path page) throws IOException {
    String text = String.join("\n", prose(page)).replaceAll("`[^`\n]*`", "code");
    return LINK.matcher(text).results().map(link -> link.group(1)).toList();
  }

  /** As GitHub makes them: lower case, hyphens for blanks, no punctuation, numbered if repeated. */
  private static List<String> anchors(Path page) throws IOException {
    Map<String, Integer> seen = new HashMap<>();
    List<String> anchors = new ArrayList<>();
    for (String line : prose(page)) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        String anchor = anchor(heading.group(1));
        int before = seen.merge(anchor, 1, Integer::sum) - 1;
        anchors.add(before == 0 ? anchor : anchor + "-" + before);
      }
    }
    return anchors;
  }

  private static String anchor(String heading) {
    return heading
        .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}\\p{M}\\-_ ]", "")
        .replace(' ', '-');
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    int checked = 0;
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      for (String link : links(page)) {
        checked++;
        if (!leadsSomewhere(page, link)) {
          broken.add(page + ": " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(checked).isGreaterThan(60);
  }

  private static boolean leadsSomewhere(Path page, String link) throws IOException {
    if (link.contains("://")) {
      return link.matches("https://[a-z0-9.-]+\\.[a-z]+(/\\S*)?");
    }
    String[] parts = link.split("#", 2);
    Path target =
        parts[0].isEmpty() ? page : Path.of("").resolve(page).resolveSibling(parts[0]).normalize();
    return Files.exists(target)
        && (!page.startsWith(SITE) || target.startsWith(SITE))
        && (parts.length == 1 || anchors(target).contains(parts[1]));
  }

  @Test
  void theMenuAndTheFirstPageLeadToEveryPage() throws IOException {
    List<String> menu =
        MENU.matcher(Files.readString(Path.of("src/site/site.xml")))
            .results()
            .map(link -> link.group(1))
            .filter(link -> !link.contains("://"))
            .map(link -> link.replace(".html", ".md"))
            .toList();
    List<String> all =
        pages().stream()
            .filter(page -> page.startsWith(SITE))
            .map(page -> page.getFileName().toString())
            .toList();
    assertThat(menu).containsExactlyInAnyOrderElementsOf(all);
    assertThat(links(SITE.resolve("index.md"))).contains(without(all, "index.md"));
  }

  private static String[] without(List<String> all, String one) {
    return all.stream().filter(page -> !page.equals(one)).toArray(String[]::new);
  }

  @Test
  void tagsAreClosed() throws IOException {
    Pattern open = Pattern.compile("<(br|hr|img)( [^>]*[^/])?>");
    for (Path page : pages()) {
      assertThat(prose(page))
          .as("Maven's site wants <br/> for <br>: %s", page)
          .noneMatch(line -> open.matcher(line.replaceAll("`[^`]*`", "")).find());
    }
  }

  @Test
  void makesAnchorsAsGitHubDoes() {
    assertThat(anchor("What is refused")).isEqualTo("what-is-refused");
    assertThat(anchor("Tables, queries and other sources"))
        .isEqualTo("tables-queries-and-other-sources");
    assertThat(anchor("`--rank` & [more](x.md)")).isEqualTo("--rank--more");
  }
}
