package org.sparknmf.solver.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.sparknmf.solver.Penalty;

class MajorizedRatioTest {

  /**
   * f = 2, N = 3, D = 1, l1 = 2, l2 = 4: a = f N = 6, s = D + l1 = 3, f_new = 2a/(s + sqrt(s^2 + 4
   * l2 a)).
   */
  @Test
  void kullbackLeiblerWithSquaresIsTheRootOfAQuadratic() {
    double expected = 12 / (3 + Math.sqrt(9 + 4 * 4 * 6));
    double ratio = new MajorizedRatio(1, new Penalty(2, 4)).of(3, 1, 2);
    assertThat(2 * ratio).isCloseTo(expected, within(1e-14));
  }

  @Test
  void withoutPenaltiesTheMajorizedRatioIsThePlainOne() {
    for (double beta : new double[] {-1, 0, 0.5, 1, 1.4, 2, 2.7, 4}) {
      double plain =
          new PlainRatio(new BetaDivergence(beta).exponent(), Penalty.NONE).of(3, 0.7, 2);
      assertThat(new MajorizedRatio(beta, Penalty.NONE).of(3, 0.7, 2))
          .isCloseTo(plain, within(1e-13 * plain));
    }
  }

  /**
   * beta = 1.8, D = l2 = 0: l1 r^0.2 = N, r = (N / l1)^5; and beta = 0.2, D alone: r = (N /
   * D)^(1/1.8). Both sides may be as small or as large as numbers can be.
   */
  @Test
  void noTermOfTheMajorizerIsLost() {
    for (double n : new double[] {1e-320, 1e-30, 1e30}) {
      double ofSum = new MajorizedRatio(1.8, new Penalty(33, 0)).of(n, 0, 1);
      double expected = Math.pow(n / 33, 5);
      assertThat(ofSum).isCloseTo(expected, within(1e-11 * expected));
      double ofD = new MajorizedRatio(0.2, new Penalty(0, 1)).of(n, 1e200, Double.MIN_VALUE);
      double power = Math.exp((Math.log(n) - Math.log(1e200)) / 1.8);
      assertThat(ofD).isPositive().isCloseTo(power, within(1e-11 * power));
    }
  }

  @Test
  void nothingToGainMeansZero() {
    assertThat(new MajorizedRatio(3, new Penalty(5, 0)).of(4, 1, 1)).isZero();
    assertThat(new PlainRatio(1, Penalty.NONE).of(0, 0, 1)).isZero();
  }
}
