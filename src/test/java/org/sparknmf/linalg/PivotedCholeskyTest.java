package org.sparknmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PivotedCholeskyTest {
  private static final int ROWS = 53;
  private static final int SIZE = 13;

  private static double[] random(int rows, int columns, long seed) {
    return new SplittableRandom(seed).doubles((long) rows * columns, -1, 1).toArray();
  }

  private static double[] gram(double[] factor, int rank) {
    return DoubleFactor.of(factor, rank).gram();
  }

  private static double[] times(double[] factor, double[] map) {
    double[] product = new double[factor.length];
    TallFactor.timesSquare(factor, 0, factor.length / SIZE, SIZE, map, product);
    return product;
  }

  private static void assertOrthonormal(double[] factor, int independent, double tolerance) {
    double[] gram = gram(factor, SIZE);
    for (int a = 0; a < SIZE; a++) {
      for (int b = 0; b < SIZE; b++) {
        double expected = a == b && a < independent ? 1 : 0;
        assertThat(gram[a * SIZE + b]).isCloseTo(expected, within(tolerance));
      }
    }
  }

  @Test
  void theFactorTimesItsTransposeIsTheGramMatrix() {
    double[] gram = gram(random(ROWS, SIZE, 1), SIZE);
    PivotedCholesky cholesky = PivotedCholesky.of(gram, SIZE);
    assertThat(cholesky.rank()).isEqualTo(SIZE);
    assertThat(gram(cholesky.transposedFactor(), SIZE)).containsExactly(gram, within(1e-13));
  }

  @Test
  void theMapMakesColumnsOrthonormal() {
    double[] factor = random(ROWS, SIZE, 2);
    double[] map = PivotedCholesky.of(gram(factor, SIZE), SIZE).orthonormalizer();
    assertOrthonormal(times(factor, map), SIZE, 1e-13);
  }

  /** The columns' lengths go over 24 orders of magnitude: nothing is lost. */
  @Test
  void lengthsOfColumnsDoNotMatter() {
    double[] factor = random(ROWS, SIZE, 3);
    for (int p = 0; p < factor.length; p++) {
      factor[p] *= StrictMath.pow(100, 6 - p % SIZE);
    }
    double[] map = PivotedCholesky.of(gram(factor, SIZE), SIZE).orthonormalizer();
    assertOrthonormal(times(factor, map), SIZE, 1e-13);
  }

  @Test
  void dependentColumnsGiveZeros() {
    double[] factor = random(ROWS, SIZE, 4);
    for (int i = 0; i < ROWS; i++) {
      factor[i * SIZE + 3] = 0;
      factor[i * SIZE + 7] = factor[i * SIZE + 1] + 2 * factor[i * SIZE + 12];
    }
    PivotedCholesky cholesky = PivotedCholesky.of(gram(factor, SIZE), SIZE);
    assertThat(cholesky.rank()).isEqualTo(SIZE - 2);
    assertOrthonormal(times(factor, cholesky.orthonormalizer()), SIZE - 2, 1e-12);
  }

  @Test
  void zerosHaveRankZero() {
    PivotedCholesky cholesky = PivotedCholesky.of(new double[SIZE * SIZE], SIZE);
    assertThat(cholesky.rank()).isZero();
    assertThat(cholesky.orthonormalizer()).hasSize(SIZE * SIZE).containsOnly(0);
  }
}
