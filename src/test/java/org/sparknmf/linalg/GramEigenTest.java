package org.sparknmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;

class GramEigenTest {
  private static final int SIZE = 17;

  private static double[] gram(int rows, long seed) {
    double[] factor = new SplittableRandom(seed).doubles((long) rows * SIZE, -1, 1).toArray();
    return DoubleFactor.of(factor, SIZE).gram();
  }

  private static double[] vector(GramEigen eigen, int number) {
    return IntStream.range(0, SIZE).mapToDouble(i -> eigen.vector(i, number)).toArray();
  }

  @Test
  void agreesWithADenseDecomposition() {
    double[] gram = gram(31, 1);
    Array2DRowRealMatrix dense = new Array2DRowRealMatrix(SIZE, SIZE);
    for (int p = 0; p < gram.length; p++) {
      dense.setEntry(p / SIZE, p % SIZE, gram[p]);
    }
    double[] expected = new EigenDecomposition(dense).getRealEigenvalues();
    assertThat(new GramEigen(gram, SIZE).values()).containsExactly(expected, within(1e-12));
  }

  @Test
  void vectorsAreOrthonormalAndGiveTheMatrixBack() {
    double[] gram = gram(31, 2);
    GramEigen eigen = new GramEigen(gram, SIZE);
    double[] back = new double[SIZE * SIZE];
    for (int a = 0; a < SIZE; a++) {
      double[] va = vector(eigen, a);
      for (int b = 0; b < SIZE; b++) {
        assertThat(TallFactor.dot(va, vector(eigen, b))).isCloseTo(a == b ? 1 : 0, within(1e-13));
      }
      for (int p = 0; p < back.length; p++) {
        back[p] += eigen.values()[a] * va[p / SIZE] * va[p % SIZE];
      }
    }
    assertThat(back).containsExactly(gram, within(1e-12));
  }

  /** [[1, d/2], [d/2, d^2]] with d = 1e-8 has determinant 3/4 d^2 and a trace of 1 to 16 digits. */
  @Test
  void smallEigenvaluesKeepTheirDigits() {
    GramEigen eigen = new GramEigen(new double[] {1, 0.5e-8, 0.5e-8, 1e-16}, 2);
    assertThat(eigen.values()[0]).isCloseTo(1, within(1e-15));
    assertThat(eigen.values()[1]).isCloseTo(0.75e-16, within(1e-29));
  }

  @Test
  void theLargestEntryOfAVectorIsPositive() {
    GramEigen eigen = new GramEigen(gram(23, 3), SIZE);
    for (int number = 0; number < SIZE; number++) {
      double[] vector = vector(eigen, number);
      double largest = Arrays.stream(vector).map(Math::abs).max().orElseThrow();
      assertThat(vector).contains(largest);
    }
  }

  @Test
  void eigenvaluesBeyondTheRankAreZero() {
    GramEigen eigen = new GramEigen(gram(5, 4), SIZE);
    assertThat(Arrays.stream(eigen.values(), 0, 5)).allMatch(value -> value > 0.1);
    assertThat(Arrays.copyOfRange(eigen.values(), 5, SIZE)).containsOnly(0);
    assertThat(vector(eigen, 5)).containsOnly(0);
  }

  @Test
  void anyScaleWillDo() {
    double[] gram = gram(31, 5);
    double[] values = new GramEigen(gram, SIZE).values();
    for (double scale : new double[] {0x1p-500, 0x1p500}) {
      double[] scaled = Arrays.stream(gram).map(g -> g * scale).toArray();
      double[] expected = Arrays.stream(values).map(v -> v * scale).toArray();
      assertThat(new GramEigen(scaled, SIZE).values()).containsExactly(expected);
    }
  }
}
