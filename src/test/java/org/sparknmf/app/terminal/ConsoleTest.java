package org.sparknmf.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  @Test
  void writesProgressBelowEachOther() {
    RecordedConsole recorded = new RecordedConsole(Console.Style.LINES);
    recorded.console().progress("one");
    recorded.console().progress("two");
    recorded.console().warn("low");
    assertThat(recorded.text().lines()).containsExactly("one", "two", "spark-nmf: warning: low");
  }

  @Test
  void rewritesProgressAndEndsItsLineBeforeAnythingElse() {
    RecordedConsole recorded = new RecordedConsole(Console.Style.REWRITTEN);
    recorded.console().progress("one");
    recorded.console().progress("two");
    recorded.console().say("done");
    recorded.console().say("really");
    String clear = "\r\u001b[K\u001b[?7l";
    String wrap = "\u001b[?7h";
    assertThat(recorded.text())
        .isEqualTo(clear + "one" + wrap + clear + "two" + wrap + "%ndone%nreally%n".formatted());
  }

  @Test
  void traceFollowsOnItsOwnLine() {
    RecordedConsole recorded = new RecordedConsole(Console.Style.REWRITTEN);
    recorded.console().progress("one");
    recorded.console().trace(new IllegalStateException("why"));
    assertThat(recorded.text())
        .contains("one\u001b[?7h%njava.lang.IllegalStateException: why".formatted());
  }

  @Test
  void doesNotRewriteWhereItCannot() {
    assertThat(Console.style(false, Map.of("TERM", "dumb"))).isEqualTo(Console.Style.LINES);
    assertThat(Console.style(false, Map.of())).isEqualTo(Console.Style.LINES);
    assertThat(Console.style(true, Map.of("TERM", "xterm"))).isEqualTo(Console.Style.LINES);
  }
}
