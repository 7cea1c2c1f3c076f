package org.sparknmf.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunStartTest {
  private static final Instant JVM = Instant.parse("2026-01-01T00:00:10.500Z");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:12Z");

  /** 2026-01-01T00:00:00Z is 1767225600 seconds after 1970, as {@code date -d} says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1767225609.250000; 2.75",
        "1767225609,250000; 2.75",
        "1767225600; 12",
        "1767225611.000000; 1",
        "1767225612.000001; 1.5",
        "1767222000.000000; 1.5",
        "''; 1.5",
        "soon; 1.5",
        "99999999999999999999; 1.5"
      })
  void theScriptsMomentCountsWhereItIsOfThisRun(String told, double seconds) {
    assertThat(RunStart.secondsAgo(Map.of(RunStart.VARIABLE, told), () -> JVM, NOW))
        .isEqualTo(seconds);
  }

  /** A clock that is put back in the midst of it all. */
  @ParameterizedTest
  @CsvSource("1767225609.25")
  void itIsNeverNegative(String told) {
    Instant earlier = JVM.minusSeconds(30);
    assertThat(RunStart.secondsAgo(Map.of(RunStart.VARIABLE, told), () -> JVM, earlier)).isZero();
    assertThat(RunStart.secondsAgo(Map.of(), () -> JVM, NOW)).isEqualTo(1.5);
  }
}
