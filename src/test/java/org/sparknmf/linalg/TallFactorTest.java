package org.sparknmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallFactorTest {
  private static final int ROWS = 29;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 11})
  void gramIsTheSumOfOuterProducts(int rank) {
    double[] factor = new SplittableRandom(rank).doubles((long) ROWS * rank).toArray();
    double[] gram = new double[rank * rank];
    TallFactor.addGram(factor, 0, ROWS, rank, gram);
    for (int a = 0; a < rank; a++) {
      for (int b = 0; b < rank; b++) {
        double expected = 0;
        for (int i = 0; i < ROWS; i++) {
          expected += factor[i * rank + a] * factor[i * rank + b];
        }
        assertThat(gram[a * rank + b]).isCloseTo(expected, within(1e-12));
      }
    }
    double[] pieces = new double[rank * rank];
    TallFactor.addGram(factor, 0, 10, rank, pieces);
    TallFactor.addGram(factor, 10, ROWS - 10, rank, pieces);
    assertThat(pieces).containsExactly(gram);
  }

  @Test
  void multipliesRowsByASquare() {
    double[] factor = {9, 9, 2, 3, 1, 0};
    double[] square = {1, 4, 4, 5};
    double[] result = {7, 7, 7, 7};
    TallFactor.timesSquare(factor, 1, 2, 2, square, result);
    assertThat(result).containsExactly(2 + 12, 8 + 15, 1, 4);
  }

  @Test
  void scalesByRatioWithoutDividingByZero() {
    double[] factor = {9, 2, 3, 4, 5, 6};
    double[] product = {0, 8, 5, 1, 10, 7};
    double[] denominator = {4, 0, 2, 5};
    TallFactor.scaleByRatio(factor, 1, 2, 2, product, 1, denominator);
    assertThat(factor).containsExactly(9, 2, 3 * (5.0 / 4), 0, 5 * (10.0 / 2), 6 * (7.0 / 5));
  }

  @Test
  void addsProductsUp() {
    double[] factor = {1, 2, 3, 4, 5, 6};
    assertThat(TallFactor.dot(factor, factor)).isEqualTo(91);
  }

  @Test
  void refusesShapesBeyondAnArray() {
    assertThat(Shapes.cells(1000, 1000)).isEqualTo(1_000_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Shapes.cells(1 << 16, 1 << 15))
        .withMessageContaining("65536 x 32768");
  }
}
