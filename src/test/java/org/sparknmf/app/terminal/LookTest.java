package org.sparknmf.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookTest {

  @Test
  void coloursNeedATerminalThatHasThemAndNobodyWhoObjects() {
    assertThat(Look.mayColour(Map.of("TERM", "xterm-256color"))).isTrue();
    assertThat(Look.mayColour(Map.of("TERM", "xterm", "NO_COLOR", ""))).isTrue();
    assertThat(Look.mayColour(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isFalse();
    assertThat(Look.mayColour(Map.of("TERM", "dumb"))).isFalse();
    assertThat(Look.mayColour(Map.of())).isFalse();
  }

  @Test
  void aPipeHasNoColours() {
    // The standard output of a test's JVM is a pipe to Maven.
    assertThat(Look.of(Map.of("TERM", "xterm")).colours()).isFalse();
  }

  @Test
  void theFirstVariableThatDecidesAboutCharactersDoes() {
    assertThat(Look.isUnicode(Map.of())).isTrue();
    assertThat(Look.isUnicode(Map.of("LANG", "en_US.UTF-8"))).isTrue();
    assertThat(Look.isUnicode(Map.of("LANG", "C.utf8"))).isTrue();
    assertThat(Look.isUnicode(Map.of("LANG", "de_DE.ISO-8859-1"))).isFalse();
    assertThat(Look.isUnicode(Map.of("LANG", "en_US.UTF-8", "LC_ALL", "C"))).isFalse();
    assertThat(Look.isUnicode(Map.of("LANG", "C", "LC_CTYPE", "en_US.UTF-8"))).isTrue();
    assertThat(Look.isUnicode(Map.of("LANG", "POSIX", "LC_ALL", ""))).isFalse();
  }

  @Test
  void ownColoursPassAndAllElseOfATerminalDoesNot() {
    Look coloured = new Look(true, true);
    String text = coloured.bold("a") + coloured.accent("b") + coloured.faint("c") + "\u001b[2J";
    String shown = "\u001b[1ma\u001b[0m\u001b[36mb\u001b[0m\u001b[2mc\u001b[0m\\u001b[2J";
    assertThat(printed(coloured, text)).isEqualTo(shown);
    assertThat(printed(new Look(true, false), text)).doesNotContain("\u001b");
  }

  @Test
  void anIdCannotColour() {
    Look coloured = new Look(true, true);
    assertThat(printed(coloured, Printable.word("\u001b[1mx"))).isEqualTo("\\u001b[1mx");
  }

  @Test
  void withoutColoursATextIsItself() {
    assertThat(new Look(true, false).bold("a")).isEqualTo("a");
  }

  private static String printed(Look look, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TextOutput(bytes, look).print(text);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
