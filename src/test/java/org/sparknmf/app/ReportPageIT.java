package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.testing.Chromium;
import org.sparknmf.testing.SampleMatrix;

/**
 * The page in a real browser, offline: a fit of pictures, and one whose ids are out for harm. Where
 * {@code CI_RUN} is set there must be a browser; elsewhere the test is skipped without one.
 */
@Tag("everyBuild")
class ReportPageIT {
  private static final List<Integer> WIDTHS = List.of(360, 1440);
  private static final String HARM = "<script>alert(1)</script>";
  private static final List<String> HOSTILE =
      List.of(
          HARM,
          "\"><img src=x onerror=alert(2)>",
          "</title></svg></style><svg onload=alert(3)>",
          "javascript:alert(4)",
          "\u202Eknil",
          "two words",
          "w".repeat(300));

  @TempDir private static Path directory;
  private static Chromium browser;

  @BeforeAll
  static void fit() throws IOException {
    Optional<Chromium> found = Chromium.find();
    assumeTrue(found.isPresent() || System.getenv("CI_RUN") != null, "no chromium on the path");
    browser = found.orElseThrow(() -> new AssertionError("apt-get install chromium"));
    Path digits = SampleMatrix.copy("digits", directory.resolve("digits-in"));
    FitRun.published(
        digits,
        directory.resolve("digits"),
        "--rank 5 --solver hals --max-iterations 12 --image-shape 8x8");
    Path triples = Files.writeString(directory.resolve("hostile.jsonl"), triples());
    FitRun.published(
        triples, directory.resolve("hostile"), "--rank 3 --max-iterations 20 --label a=" + HARM);
  }

  private static String triples() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < HOSTILE.size(); i++) {
      for (int j = 0; j < HOSTILE.size(); j++) {
        Map<String, Object> cell =
            Map.of("row", HOSTILE.get(i), "column", HOSTILE.get(j), "value", 1 + (i * j) % 5);
        text.append(new ObjectMapper().writeValueAsString(cell)).append('\n');
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void rendersAtEachWidth(boolean dark) throws IOException {
    Chromium.Rendered rendered = browser.open(harness(), dark, directory);
    assertThat(rendered.log().lines().filter(line -> line.contains("CONSOLE"))).isEmpty();
    JsonNode found = findings(rendered.document());
    assertThat(found).as(rendered.document()).hasSize(2 * WIDTHS.size());
    for (JsonNode one : found) {
      assertThat(one.get("dark").asBoolean()).isEqualTo(dark);
      assertThat(WIDTHS).contains(one.get("width").asInt());
      assertSound(one);
      if (one.get("page").asText().equals("digits")) {
        assertDigits(one);
      } else {
        assertHostile(one);
      }
    }
  }

  /** Whatever it shows. */
  private static void assertSound(JsonNode one) {
    String page = one.get("page").asText() + " at " + one.get("width");
    assertThat(one.get("wide").asInt())
        .as("%s scrolls sideways", page)
        .isLessThanOrEqualTo(one.get("width").asInt());
    for (String list : List.of("pale", "nameless", "repeated", "landmarks", "alerts")) {
      assertThat(one.get(list)).as("%s: %s", page, list).isEmpty();
    }
    assertThat(one.get("least").asDouble()).as("%s: contrast", page).isBetween(4.5, 21.0);
    assertThat(one.get("skipped").asBoolean()).as("%s: levels of headings", page).isFalse();
    assertThat(one.get("scripts").asInt()).as("%s: those of the test alone", page).isEqualTo(2);
  }

  /** Three curves, without start values far off or with them; 5 by 5 cosines. */
  private static void assertDigits(JsonNode one) {
    assertThat(one.get("charts").asInt()).isEqualTo(3 + 1);
    assertThat(one.get("curves")).hasSize(3).allMatch(points -> points.asInt() >= 12);
    assertThat(one.get("cells").asInt()).isEqualTo(5 * 5);
    assertThat(one.get("cards").asInt()).isEqualTo(5);
    assertThat(one.get("bars").asInt()).isEqualTo(5 * 10);
    assertThat(one.get("images").asInt()).as("components, and eight rows twice").isEqualTo(5 + 16);
  }

  private static void assertHostile(JsonNode one) {
    assertThat(one.get("cards").asInt()).isEqualTo(3);
    assertThat(one.get("images").asInt()).isZero();
    assertThat(one.get("text").asText())
        .contains(HARM, "onerror=alert(2)", "\\u202eknil", "a=" + HARM, "…");
  }

  /** Frames as wide as windows: test copies with an audit in them, and the pages as they are. */
  private static Path harness() throws IOException {
    StringBuilder frames = new StringBuilder();
    for (String page : List.of("digits", "hostile")) {
      Path copy = copy(page);
      for (int width : WIDTHS) {
        frames.append(frame(copy, width));
      }
      frames.append(frame(directory.resolve(page).resolve("report.html"), WIDTHS.get(0)));
    }
    return Files.writeString(
        directory.resolve("harness.html"),
        """
        <!DOCTYPE html><meta charset="utf-8"><title>harness</title>
        <script>
        const found = [];
        addEventListener("message", (event) => {
          found.push(event.data);
          document.getElementById("found").textContent = encodeURIComponent(JSON.stringify(found));
        });
        </script>
        <pre id="found"></pre>
        """
            + frames);
  }

  private static String frame(Path page, int width) {
    return "<iframe src=\"%s\" style=\"width:%dpx;height:1000px;border:0\"></iframe>%n"
        .formatted(page.toUri(), width);
  }

  /** The page with an audit, which its own policy would not let run. */
  private static Path copy(String page) throws IOException {
    String html = Files.readString(directory.resolve(page).resolve("report.html"));
    assertThat(html).contains("Content-Security-Policy", "default-src &#39;none&#39;");
    String spied =
        html.replace("Content-Security-Policy", "x-no-policy")
            .replace("<html ", "<html data-page=\"" + page + "\" ")
            .replace(
                "<head>",
                "<head><script>window.alerted = []; window.alert = (m) => alerted.push(m);"
                    + "</script>")
            .replace("</body>", "<script>" + audit() + "</script></body>");
    return Files.writeString(directory.resolve(page + "-audited.html"), spied);
  }

  private static String audit() throws IOException {
    try (InputStream in = ReportPageIT.class.getResourceAsStream("/report/audit.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static JsonNode findings(String document) throws IOException {
    int from = document.indexOf("<pre id=\"found\">") + "<pre id=\"found\">".length();
    String encoded = document.substring(from, document.indexOf("</pre>", from));
    String json = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    return new ObjectMapper().readTree(json.isEmpty() ? "[]" : json);
  }
}
