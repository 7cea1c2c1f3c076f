package org.sparknmf.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PrintableTest {
  /** Clears the screen, and writes from right to left. */
  private static final String HOSTILE = "\u001b[2J\u0007evil\u202Etxt\u009B1m";

  @Test
  void escapesWhatATerminalWouldObey() {
    assertThat(Printable.word(HOSTILE)).isEqualTo("\\u001b[2J\\u0007evil\\u202etxt\\u009b1m");
    assertThat(Printable.word("a\nb\tc\rd\u2028e")).isEqualTo("a\\nb\\tc\\rd\\u2028e");
    assertThat(Printable.lines("a\nb\tc\rd")).isEqualTo("a\nb\tc\\rd");
  }

  @Test
  void leavesWhatIsWriting() {
    String words = "Zürich 東京 🐦 <b>&\"' =1+1 ../x café e\u0301 \u05D0\u05D1";
    assertThat(Printable.word(words)).isEqualTo(words);
    assertThat(Printable.word(17L)).isEqualTo("17");
  }

  @Test
  void resultsForPeoplePassThroughIt() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TextOutput out = new TextOutput(bytes, new Look(true, false));
    out.println(HOSTILE);
    out.printf("%s %d%n", HOSTILE, 3);
    out.print((Object) HOSTILE);
    out.append(HOSTILE);
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .doesNotContain("\u001b", "\u202E", "\u009B")
        .contains("\\u001b[2J")
        .endsWith("1m")
        .hasLineCount(3);
  }
}
