package org.sparknmf.solver.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.Precision;
import org.sparknmf.testing.PlainMatrix;

/** Points beyond a factor, with numbers reckoned here by hand. */
class ExtrapolationTest {
  private static final int RANK = 3;

  private static double beyond(Extrapolation how, double now, double before, double weight) {
    Factor target = DoubleFactor.of(new double[1], 1);
    how.fill(one(now), one(before), weight, target, 0, 1);
    return target.get(0, 0);
  }

  private static Factor one(double entry) {
    return DoubleFactor.of(new double[] {entry}, 1);
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 0.5, 4", "1, 3, 0.25, 0.5", "1, 3, 0.5, 0", "1, 3, 1, 0", "0, 2, 0.5, 0"})
  void differencesGoOnAsFarAsZero(double now, double before, double weight, double expected) {
    assertThat(beyond(Extrapolation.DIFFERENCE, now, before, weight)).isEqualTo(expected);
  }

  /** 6 (6/2)^w with the power as its approximant: (3 (1 + w) + 1 - w) / (3 (1 - w) + 1 + w). */
  @ParameterizedTest
  @CsvSource({
    "6, 2, 0, 6",
    "6, 2, 0.5, 10",
    "6, 2, 1, 18",
    "2, 6, 0.5, 1.2",
    "2, 6, 1, 0.666666666666667"
  })
  void ratiosAreMultiplied(double now, double before, double weight, double expected) {
    assertThat(beyond(Extrapolation.RATIO, now, before, weight))
        .isCloseTo(expected, within(1e-14 * expected));
  }

  /** The approximant has the value and two derivatives of the power where nothing changes. */
  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.7, 0.95})
  void nearOneARatioGoesByItsPower(double weight) {
    for (double ratio : new double[] {0.97, 0.99, 1.01, 1.03}) {
      double off = Math.abs(ratio - 1);
      assertThat(beyond(Extrapolation.RATIO, ratio, 1, weight) / ratio)
          .isCloseTo(Math.pow(ratio, weight), within(off * off * off));
    }
  }

  @Test
  void aRatioIsHeldBetweenATenthAndTen() {
    assertThat(beyond(Extrapolation.RATIO, 5, 1e-9, 1)).isCloseTo(50, within(1e-13));
    assertThat(beyond(Extrapolation.RATIO, 5, 1e9, 1)).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void whereAnEntryIsZeroNothingMoves() {
    assertThat(beyond(Extrapolation.RATIO, 0, 3, 0.5)).isZero();
    assertThat(beyond(Extrapolation.RATIO, 3, 0, 0.5)).isEqualTo(3);
    assertThat(beyond(Extrapolation.RATIO, 0, 0, 0.5)).isZero();
  }

  /** Held components rely on it. More rows than a window has, in both precisions. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void whatDidNotChangeStaysToTheBit(Precision precision) {
    int rows = 521;
    Factor now = Factor.zeros(precision, rows, RANK);
    now.write(0, rows, PlainMatrix.factor(rows, RANK, 4));
    Factor before = now.copy();
    for (Extrapolation how : Extrapolation.values()) {
      Factor target = Factor.zeros(precision, rows, RANK);
      how.fill(now, before, 0.37, target, 0, rows);
      assertThat(target.toArray()).containsExactly(now.toArray());
    }
  }

  @Test
  void onlyTheRowsNamedAreFilled() {
    Factor now = DoubleFactor.of(PlainMatrix.factor(7, RANK, 4), RANK);
    Factor before = DoubleFactor.of(PlainMatrix.factor(7, RANK, 5), RANK);
    Factor all = Factor.zeros(Precision.DOUBLE, 7, RANK);
    Factor some = Factor.zeros(Precision.DOUBLE, 7, RANK);
    Extrapolation.RATIO.fill(now, before, 0.4, all, 0, 7);
    Extrapolation.RATIO.fill(now, before, 0.4, some, 2, 3);
    assertThat(some.isZero(0, 2)).isTrue();
    assertThat(some.slice(2, 3).toArray()).containsExactly(all.slice(2, 3).toArray());
    assertThat(some.isZero(5, 2)).isTrue();
  }
}
