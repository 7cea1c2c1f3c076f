package org.sparknmf.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** By a clock that the test turns on; the expected numbers are sums of its steps, by hand. */
class PhasesTest {
  private static final double BEFORE = 0.75;

  private long nanos = 123_456_789;
  private final Phases phases = new Phases(() -> nanos, BEFORE);

  private String pass(double seconds) {
    nanos += Math.round(seconds * 1e9);
    return "passed";
  }

  private static void same(Map<String, Double> found, Map<String, Double> expected) {
    assertThat(found).hasSameSizeAs(expected);
    expected.forEach((phase, some) -> assertThat(found.get(phase)).isCloseTo(some, within(1e-9)));
  }

  @Test
  void eachMomentBelongsToOnePhaseAndAllAddUp() {
    pass(1);
    phases.within(Phases.SPARK, () -> pass(2));
    phases.time(
        "read",
        () -> {
          pass(4);
          phases.within(Phases.RECOGNITION, () -> pass(8));
          return pass(16);
        });
    pass(32);
    phases.run("fit", () -> pass(64));
    phases.part("fit", "start", 20);
    phases.time("read", () -> pass(128));
    phases.enter(Phases.EXIT);
    pass(256);

    Map<String, Double> timings = phases.timings();
    same(
        timings,
        Map.of(
            Phases.JVM,
            BEFORE,
            Phases.COMMAND,
            33.0,
            Phases.SPARK,
            2.0,
            "read",
            148.0,
            Phases.RECOGNITION,
            8.0,
            "fit",
            44.0,
            "start",
            20.0,
            Phases.EXIT,
            256.0));
    assertThat(timings.values().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(BEFORE + 511, within(1e-9));
    same(phases.seconds(), Map.of("read", 156.0, "fit", 44.0, "start", 20.0));
  }

  @Test
  void timingsGoOnWhereTheyWereAsked() {
    phases.time(
        "read",
        () -> {
          pass(1);
          same(phases.timings(), Map.of(Phases.JVM, BEFORE, Phases.COMMAND, 0.0, "read", 1.0));
          return pass(2);
        });
    pass(4);
    same(phases.timings(), Map.of(Phases.JVM, BEFORE, Phases.COMMAND, 4.0, "read", 3.0));
  }

  @Test
  void aPhaseThatFailsHasTakenItsTime() {
    assertThatThrownBy(
            () ->
                phases.time(
                    "read",
                    () -> {
                      pass(1);
                      throw new IllegalStateException("no file");
                    }))
        .hasMessage("no file");
    pass(2);
    same(phases.timings(), Map.of(Phases.JVM, BEFORE, Phases.COMMAND, 2.0, "read", 1.0));
    same(phases.seconds(), Map.of("read", 1.0));
  }
}
