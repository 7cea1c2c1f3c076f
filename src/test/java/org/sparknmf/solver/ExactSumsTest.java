package org.sparknmf.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against sums of BigDecimal, which round nothing either. */
class ExactSumsTest {

  @Test
  void isTheSumRoundedOnce() {
    SplittableRandom random = new SplittableRandom(5);
    ExactSums sums = new ExactSums(2);
    BigDecimal expected = BigDecimal.ZERO;
    for (int i = 0; i < 20_000; i++) {
      double term = Math.scalb(random.nextDouble(-1, 1), random.nextInt(-1080, 900));
      sums.add(1, term);
      expected = expected.add(new BigDecimal(term));
    }
    assertThat(sums.value(1)).isEqualTo(expected.doubleValue());
    assertThat(sums.value(0)).isZero();
  }

  @Test
  void whatPlainSumsLoseIsThere() {
    ExactSums sums = new ExactSums(1);
    for (double term : new double[] {1e300, 1, Double.MIN_VALUE, -1e300, -1}) {
      sums.add(0, term);
    }
    assertThat(sums.value(0)).isEqualTo(Double.MIN_VALUE);
    sums.add(0, -3 * Double.MIN_VALUE);
    assertThat(sums.value(0)).isEqualTo(-2 * Double.MIN_VALUE);
    sums.add(0, Double.MAX_VALUE);
    assertThat(sums.value(0)).isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void piecesGiveTheBitsOfTheWhole() {
    double[] terms = new SplittableRandom(9).doubles(999, -1, 1).toArray();
    ExactSums whole = new ExactSums(1);
    ExactSums[] pieces = {new ExactSums(1), new ExactSums(1), new ExactSums(1)};
    for (int i = 0; i < terms.length; i++) {
      whole.add(0, terms[i]);
      pieces[i % 3].add(0, terms[terms.length - 1 - i]);
    }
    long[] added = new long[ExactSums.length(1)];
    for (ExactSums piece : pieces) {
      for (int p = 0; p < added.length; p++) {
        added[p] += piece.state()[p];
      }
    }
    assertThat(ExactSums.of(added).value(0)).isEqualTo(whole.value(0));
  }

  /** More terms than fit before carries, all of them as large as a limb can take. */
  @Test
  void manyTermsCarry() {
    ExactSums sums = new ExactSums(1);
    double term = Math.nextDown(1.0);
    BigDecimal expected = new BigDecimal(term).multiply(BigDecimal.valueOf(3_000_000));
    for (int i = 0; i < 3_000_000; i++) {
      sums.add(0, term);
    }
    assertThat(sums.value(0)).isEqualTo(expected.doubleValue());
  }
}
