package org.sparknmf.app.command;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** When a run was asked for. */
public final class RunStart {
  /** The entrance script's first moment, in seconds since 1970 with a point or a comma. */
  public static final String VARIABLE = "SPARK_NMF_STARTED";

  /**
   * An older moment is not of this run: the variable was inherited. A first build takes minutes.
   */
  private static final Duration OLDEST = Duration.ofHours(1);

  private static final int DIGITS_OF_NANOS = 9;
  private static final double NANOS_PER_SECOND = 1e9;

  private RunStart() {}

  /**
   * Seconds that have passed since the entrance script began to run; where there was none, since
   * the JVM started.
   *
   * @param jvm when the JVM started, which takes some classes to find out
   */
  public static double secondsAgo(
      Map<String, String> environment, Supplier<Instant> jvm, Instant now) {
    Instant start =
        told(environment.getOrDefault(VARIABLE, ""))
            .filter(script -> !script.isAfter(now) && script.isAfter(now.minus(OLDEST)))
            .orElseGet(jvm);
    return Math.max(0, Duration.between(start, now).toNanos() / NANOS_PER_SECOND);
  }

  private static Optional<Instant> told(String text) {
    String number = text.replace(',', '.');
    if (!number.matches("\\d{1,12}(\\.\\d{1,9})?")) {
      return Optional.empty();
    }
    BigDecimal seconds = new BigDecimal(number);
    long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(DIGITS_OF_NANOS).longValue();
    return Optional.of(Instant.ofEpochSecond(seconds.longValue(), nanos));
  }
}
