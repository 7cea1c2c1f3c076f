package org.sparknmf.solver.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.solver.Component;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.testing.PlainMatrix;
import org.sparknmf.testing.Solver;

/** Matrices at the border of what is one (numerics: R1 to R4, R8 to R11, R14, R15). */
class RobustnessTest {

  /** Every solver, and multiplicative updates with every kind of beta that takes zeros. */
  static Stream<NmfSettings> settings() {
    Stream<NmfSettings> ratios =
        Stream.of(0.2, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0).map(beta -> settings(beta, Solver.MU));
    return Stream.concat(ratios, Stream.of(settings(2, Solver.HALS), settings(2, Solver.BPP)));
  }

  /** The same and betas that take no zeros. */
  static Stream<NmfSettings> allSettings() {
    return Stream.concat(
        settings(), Stream.of(-1.2, -0.5, 0.0).map(beta -> settings(beta, Solver.MU)));
  }

  private static NmfSettings settings(double beta, Solver solver) {
    return Trial.settings(Objective.ofBeta(beta), solver, 2, 60);
  }

  private static double[] row(double[] factor, int row, int rank) {
    return Arrays.copyOfRange(factor, row * rank, (row + 1) * rank);
  }

  /** R1. */
  @ParameterizedTest
  @MethodSource("settings")
  void zeroRowsAndColumnsGetZeroFactors(NmfSettings settings) {
    PlainMatrix x =
        PlainMatrix.ofRows(new double[] {1, 0, 2}, new double[3], new double[] {3, 0, 1});
    LocalNmf.Factors factors = Trial.fit(x, settings);
    assertThat(row(factors.w(), 1, 2)).containsOnly(0);
    assertThat(row(factors.ht(), 1, 2)).containsOnly(0);
    assertThat(row(factors.w(), 0, 2)).isNotEqualTo(new double[2]);
    Trial.assertFactor(factors.w());
    Trial.assertFactor(factors.ht());
  }

  /** R2, from its own start, which is zero, and from another. */
  @ParameterizedTest
  @MethodSource("settings")
  void anAllZeroMatrixIsFittedByZeros(NmfSettings settings) {
    PlainMatrix zeros = PlainMatrix.of(3, 4, (i, j) -> 0);
    LocalNmf.Factors given =
        Trial.fit(zeros, settings, PlainMatrix.factor(3, 2, 1), PlainMatrix.factor(4, 2, 2));
    for (LocalNmf.Factors factors : new LocalNmf.Factors[] {Trial.fit(zeros, settings), given}) {
      assertThat(factors.w()).containsOnly(0);
      assertThat(factors.result().loss()).isZero();
      assertThat(Trial.last(factors).relativeError()).isZero();
      assertThat(factors.result().history()).noneMatch(i -> Double.isNaN(i.objective()));
    }
  }

  /** R3. */
  @ParameterizedTest
  @MethodSource("allSettings")
  void oneRowOneColumnOneCell(NmfSettings two) {
    NmfSettings settings = two.withRank(1).withStop(200, 0);
    PlainMatrix row = PlainMatrix.ofRows(new double[] {1, 2, 3});
    PlainMatrix one = PlainMatrix.ofRows(new double[] {9});
    for (PlainMatrix x : new PlainMatrix[] {row, row.transposed(), one}) {
      LocalNmf.Factors factors = Trial.fit(x, settings);
      PlainMatrix fitted = PlainMatrix.product(factors.w(), factors.ht(), 1);
      for (int p = 0; p < x.rows() * x.columns(); p++) {
        double expected = x.at(p / x.columns(), p % x.columns());
        assertThat(fitted.at(p / x.columns(), p % x.columns())).isCloseTo(expected, within(1e-9));
      }
    }
  }

  /** R4: any matrix of two columns is a product of rank 2, and of any higher one. */
  @ParameterizedTest
  @MethodSource("allSettings")
  void rankAboveBothSidesRuns(NmfSettings two) {
    PlainMatrix x = PlainMatrix.ofRows(new double[] {1, 2}, new double[] {3, 1});
    LocalNmf.Factors factors = Trial.fit(x, two.withRank(5).withStop(1000, 0));
    Trial.assertFactor(factors.w());
    Trial.assertFactor(factors.ht());
    assertThat(factors.result().relativeError()).isLessThan(1e-3);
  }

  /** R8. */
  @ParameterizedTest
  @MethodSource("allSettings")
  void theScaleOfXDoesNotMatter(NmfSettings settings) {
    PlainMatrix x = PlainMatrix.random(9, 7, Solver.betaOf(settings.objective()) > 0 ? 0.6 : 1, 4);
    double error = Trial.fit(x, settings).result().relativeError();
    assertThat(error).isBetween(0.1, 0.9);
    for (double scale : new double[] {1e-40, 1e-12, 1e12, 1e40}) {
      assertThat(Trial.fit(x.times(scale), settings).result().relativeError())
          .isCloseTo(error, within(1e-9));
    }
  }

  /** R8, as far as the squares of cells are numbers. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-100, 1e100})
  void theScaleOfXDoesNotMatterToSquares(double scale) {
    PlainMatrix x = PlainMatrix.random(9, 7, 0.6, 4);
    for (Solver solver : Solver.values()) {
      NmfSettings settings = settings(2, solver);
      double error = Trial.fit(x, settings).result().relativeError();
      assertThat(Trial.fit(x.times(scale), settings).result().relativeError())
          .isCloseTo(error, within(1e-9));
    }
  }

  /** R10: what is next to nothing is nothing, though x / y be no number. */
  @ParameterizedTest
  @MethodSource("settings")
  void aSubnormalCellIsAZero(NmfSettings settings) {
    PlainMatrix x = PlainMatrix.random(9, 7, 1, 5).times(20);
    LocalNmf.Factors expected = Trial.fit(withCell(x, 0), settings);
    LocalNmf.Factors factors = Trial.fit(withCell(x, Double.MIN_VALUE), settings);
    assertThat(factors.w()).containsExactly(expected.w(), within(1e-9));
    assertThat(factors.ht()).containsExactly(expected.ht(), within(1e-9));
    double loss = expected.result().loss();
    assertThat(factors.result().loss()).isCloseTo(loss, within(1e-9 * loss));
  }

  private static PlainMatrix withCell(PlainMatrix x, double value) {
    return PlainMatrix.of(x.rows(), x.columns(), (i, j) -> i == 2 && j == 3 ? value : x.at(i, j));
  }

  /** R11, with cells from 1e-9 to 1e9, a row and a column of zeros, and every kind of penalty. */
  @ParameterizedTest
  @MethodSource("allSettings")
  void entriesAreNumbersAndNotNegativeAtAnyIteration(NmfSettings settings) {
    boolean zeros = Solver.betaOf(settings.objective()) > 0;
    SplittableRandom random = new SplittableRandom(6);
    PlainMatrix x =
        PlainMatrix.of(
            9,
            7,
            (i, j) ->
                zeros && (i == 4 || j == 2 || random.nextInt(3) == 0)
                    ? 0
                    : Math.pow(10, random.nextDouble(-9, 9)));
    for (double alpha : new double[] {0, 1e-3, 1e3}) {
      Objective objective = settings.objective().withPenalties(alpha, alpha, 0.5);
      NmfSettings penalised = settings.withRank(4).with(objective);
      Trial.run(
          x.sparse(),
          x.summary(),
          penalised,
          Trial.start(x.summary(), penalised),
          UpdateOrder.ROWS_FIRST,
          step -> {
            Trial.assertFactor(step.w());
            Trial.assertFactor(step.ht());
            assertThat(step.total()).isFinite();
          });
    }
  }

  /** R14: the rest is the fit without it, and its weight says so. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2, 3})
  void aDeadComponentStaysDeadUnderMultiplicativeUpdates(double beta) {
    PlainMatrix x = PlainMatrix.random(9, 7, 0.6, 4);
    NmfSettings settings = settings(beta, Solver.MU);
    double[] w = PlainMatrix.factor(9, 2, 1);
    double[] ht = PlainMatrix.factor(7, 2, 2);
    double[] deadW = new double[9 * 3];
    double[] deadHt = PlainMatrix.factor(7, 3, 3);
    for (int p = 0; p < w.length; p++) {
      deadW[p / 2 * 3 + p % 2] = w[p];
    }
    for (int p = 0; p < ht.length; p++) {
      deadHt[p / 2 * 3 + p % 2] = ht[p];
    }
    LocalNmf.Factors alive = Trial.fit(x, settings, w, ht);
    LocalNmf.Factors dead = Trial.fit(x, settings.withRank(3), deadW, deadHt);
    for (int i = 0; i < 9; i++) {
      double[] expected = Arrays.copyOf(row(alive.w(), i, 2), 3);
      assertThat(row(dead.w(), i, 3)).containsExactly(expected, within(1e-10));
    }
    double[] wSums = DoubleFactor.of(dead.w(), 3).columnSums();
    double[] hSums = DoubleFactor.of(dead.ht(), 3).columnSums();
    Component last = Component.of(wSums, hSums).get(2);
    assertThat(last.position()).isEqualTo(2);
    assertThat(last.weight()).isZero();
  }

  /** A dead component is no end for the others, which give it what it then lacks. */
  @ParameterizedTest
  @CsvSource({"HALS", "BPP"})
  void aDeadComponentOfOneFactorComesBackUnderTheOtherSolvers(Solver solver) {
    PlainMatrix x = PlainMatrix.random(9, 7, 0.6, 4);
    double[] w = PlainMatrix.factor(9, 2, 1);
    for (int i = 0; i < 9; i++) {
      w[2 * i] = 0;
    }
    LocalNmf.Factors factors = Trial.fit(x, settings(2, solver), w, PlainMatrix.factor(7, 2, 2));
    double sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += factors.w()[2 * i];
    }
    assertThat(sum).isPositive();
  }

  /** R15. */
  @ParameterizedTest
  @ValueSource(doubles = {0, -0.5, -1.2})
  void aBetaThatTakesNoZerosSaysSo(double beta) {
    PlainMatrix x = PlainMatrix.of(3, 4, (i, j) -> i == j ? 0 : 1);
    assertThatThrownBy(() -> Trial.fit(x, settings(beta, Solver.MU)))
        .isInstanceOf(InvalidMatrixException.class)
        .hasMessage(
            "3 of the 3 x 4 cells are zero, at which the loss of beta "
                + beta
                + " is infinite: beta must be above 0, or every cell; change --loss");
    assertThat(Trial.fit(x.map(v -> v + 1e-9), settings(beta, Solver.MU)).result().loss())
        .isFinite();
  }

  /** R9: the shortcut for the error cancels near an exact fit; cells are then summed directly. */
  @Test
  void theErrorOfAnExactFitIsTinyNotNan() {
    double[] left = {1, 2, 3, 5, 7, 11};
    PlainMatrix x = PlainMatrix.of(6, 4, (i, j) -> left[i] * (j + 1));
    for (Solver solver : Solver.values()) {
      LocalNmf.Factors factors = Trial.fit(x, settings(2, solver).withRank(1));
      assertThat(2 * factors.result().loss()).isBetween(0.0, 1e-24 * x.squaredNorm());
      assertThat(factors.result().history()).allMatch(i -> i.objective() >= 0);
    }
  }
}
