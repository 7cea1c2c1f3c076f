package io.github.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InterruptionTest {
  private final RecordedConsole recorded = new RecordedConsole(Console.Style.LINES);
  private final Interruption interruption = new Interruption(recorded.console());

  @Test
  void aSignalHasTheLastLine() {
    interruption.signalled();
    assertThat(interruption.finish()).isFalse();
    assertThat(recorded.text().lines())
        .singleElement()
        .asString()
        .startsWith("spark-nmf: error [INTERRUPTED] ");
  }

  @Test
  void afterTheEndThereIsNothingToSay() {
    assertThat(interruption.finish()).isTrue();
    interruption.signalled();
    assertThat(recorded.text()).isEmpty();
  }
}
