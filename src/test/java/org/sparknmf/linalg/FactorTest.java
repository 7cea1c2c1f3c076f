package org.sparknmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both precisions alike, on numbers that either holds exactly. */
class FactorTest {

  private static Factor factor(Precision precision, double... entries) {
    Factor factor = Factor.zeros(precision, entries.length / 2, 2);
    factor.write(0, factor.rows(), entries);
    return factor;
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void holdsRows(Precision precision) {
    Factor factor = factor(precision, 1, 2, 3, 4, 5, 6);
    assertThat(factor.rows()).isEqualTo(3);
    assertThat(factor.rank()).isEqualTo(2);
    assertThat(factor.precision()).isEqualTo(precision);
    assertThat(factor.bytes()).isEqualTo(6L * precision.bytes());
    assertThat(factor.get(1, 1)).isEqualTo(4);
    assertThat(factor.slice(1, 2).toArray()).containsExactly(3, 4, 5, 6);
    Factor copy = factor.copy();
    copy.clear(1, 1);
    copy.copyFrom(factor, 2, 0, 1);
    assertThat(copy.toArray()).containsExactly(5, 6, 0, 0, 5, 6);
    assertThat(factor.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void addsUp(Precision precision) {
    Factor factor = factor(precision, 1, 2, 3, 4, 5, 6);
    assertThat(factor.columnSums()).containsExactly(9, 12);
    assertThat(factor.gram()).containsExactly(35, 44, 44, 56);
    assertThat(factor.dot(1, 2, factor, 0)).isEqualTo(3 + 8 + 15 + 24);
    factor.add(factor.copy());
    assertThat(factor.toArray()).containsExactly(2, 4, 6, 8, 10, 12);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void zeroRowsAreToldFromOthers(Precision precision) {
    Factor factor = factor(precision, 0, 1, 0, -0.0, 0, 0, 2, 0);
    assertThat(factor.isZero(1, 2)).isTrue();
    assertThat(factor.isZero(0, 2)).isFalse();
    assertThat(factor.isZero(2, 2)).isFalse();
    assertThat(factor.isZero(4, 0)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void gramOfManyRowsContinuesFromPiece(Precision precision) {
    int rows = 151;
    Factor factor = Factor.zeros(precision, rows, 5);
    factor.write(0, rows, new SplittableRandom(1).doubles(rows * 5L).toArray());
    double[] pieces = new double[25];
    factor.addGram(0, 70, pieces);
    factor.addGram(70, rows - 70, pieces);
    assertThat(pieces).containsExactly(factor.gram());
    double naive = 0;
    for (int i = 0; i < rows; i++) {
      naive += factor.get(i, 2) * factor.get(i, 4);
    }
    assertThat(pieces[2 * 5 + 4]).isCloseTo(naive, within(1e-12));
  }
}
