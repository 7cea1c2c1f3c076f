package org.sparknmf.solver.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogarithmTest {

  /** Against the strict library, whose error is below one unit in the last place. */
  @Test
  void agreesWithTheStrictLibrary() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200_000; i++) {
      double x = Math.scalb(1 + random.nextDouble(), random.nextInt(-1022, 1024));
      double expected = StrictMath.log(x);
      assertThat(Logarithm.of(x)).isCloseTo(expected, within(2 * Math.ulp(expected)));
    }
  }

  @Test
  void isPreciseNearOne() {
    assertThat(Logarithm.of(1)).isZero();
    for (double gap = 1e-15; gap < 0.5; gap *= 1.7) {
      double expected = StrictMath.log(1 + gap);
      assertThat(Logarithm.of(1 + gap)).isCloseTo(expected, within(2 * Math.ulp(expected)));
      double below = StrictMath.log(1 - gap);
      assertThat(Logarithm.of(1 - gap)).isCloseTo(below, within(2 * Math.ulp(below)));
    }
  }

  @Test
  void takesSubnormalNumbers() {
    assertThat(Logarithm.of(Double.MIN_VALUE)).isEqualTo(StrictMath.log(Double.MIN_VALUE));
  }
}
