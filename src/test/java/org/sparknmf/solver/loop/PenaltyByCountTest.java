package org.sparknmf.solver.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.PenaltyScale;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.Penalties;
import org.sparknmf.solver.divergence.PenaltyUpdate;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.testing.PlainMatrix;
import org.sparknmf.testing.Solver;
import org.sparknmf.testing.Summaries;

/** Penalties times the number of known cells, against dense loops and identities. */
class PenaltyByCountTest {
  private static final int ROWS = 13;
  private static final int COLUMNS = 9;
  private static final int RANK = 3;
  private static final double ALPHA_W = 0.3;
  private static final double ALPHA_H = 0.2;

  private final double[] w0 = PlainMatrix.factor(ROWS, RANK, 1);
  private final double[] ht0 = PlainMatrix.factor(COLUMNS, RANK, 2);
  private final PlainMatrix x = PlainMatrix.random(ROWS, COLUMNS, 0.7, 3);

  /** Weights 1 and 2 for two thirds of the cells, none in the last row and column. */
  private static double weight(int row, int column) {
    return row == ROWS - 1 || column == COLUMNS - 1 ? 0 : (2 * row + column) % 3;
  }

  private static Penalties penalties(double w, double h, PenaltyScale scale) {
    return new Penalties(w, h, 0, scale, PenaltyUpdate.MAJORIZE);
  }

  private static NmfSettings settings(Solver solver, Penalties penalties, int iterations) {
    Objective objective = Objective.frobenius().withEmptyCells(EmptyCells.MISSING).with(penalties);
    return Trial.withoutMomentum(Trial.settings(objective, solver, RANK, iterations));
  }

  private LocalNmf.Factors fit(NmfSettings settings, MatrixBlock observed) {
    return new LocalNmf(settings).fit(observed, Summaries.observed(observed), w0, ht0);
  }

  private static double[] counts(int rows, int columns, PlainMatrix.Filling weights) {
    double[] counts = new double[rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        counts[i] += weights.at(i, j);
      }
    }
    return counts;
  }

  /** One row f of a factor against the other factor, by loops over all cells. */
  private static void improve(
      Solver solver, double[] f, int at, double[] a, double[] values, double[] weights, double l2) {
    double known = 0;
    for (double weight : weights) {
      known += weight;
    }
    int times = solver == Solver.HALS ? 3 : 5;
    for (int time = 0; time < times; time++) {
      double[] before = Arrays.copyOfRange(f, at, at + RANK);
      for (int t = 0; t < RANK; t++) {
        double[] entries = solver == Solver.HALS ? f : before;
        int from = solver == Solver.HALS ? at : 0;
        double product = 0;
        double fitted = 0;
        double curvature = l2 * known;
        for (int j = 0; j < values.length; j++) {
          double y = 0;
          for (int r = 0; r < RANK; r++) {
            y += entries[from + r] * a[j * RANK + r];
          }
          product += weights[j] * values[j] * a[j * RANK + t];
          fitted += weights[j] * y * a[j * RANK + t];
          curvature += weights[j] * a[j * RANK + t] * a[j * RANK + t];
        }
        double entry = entries[from + t];
        double slope = fitted - product + l2 * known * entry;
        f[at + t] =
            known == 0
                ? 0
                : solver == Solver.HALS
                    ? Math.max(0, entry - slope / curvature)
                    : entry * product / (fitted + l2 * known * entry);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MU", "HALS"})
  void iterationsAreThoseOfDenseLoops(Solver solver) {
    int iterations = 4;
    LocalNmf.Factors fit =
        fit(
            settings(solver, penalties(ALPHA_W, ALPHA_H, PenaltyScale.COUNT), iterations),
            x.observed(PenaltyByCountTest::weight));
    double[] w = w0.clone();
    double[] ht = ht0.clone();
    for (int iteration = 0; iteration < iterations; iteration++) {
      for (int i = 0; i < ROWS; i++) {
        double[] values = new double[COLUMNS];
        double[] weights = new double[COLUMNS];
        for (int j = 0; j < COLUMNS; j++) {
          values[j] = x.at(i, j);
          weights[j] = weight(i, j);
        }
        improve(solver, w, i * RANK, ht, values, weights, ALPHA_W);
      }
      for (int j = 0; j < COLUMNS; j++) {
        double[] values = new double[ROWS];
        double[] weights = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
          values[i] = x.at(i, j);
          weights[i] = weight(i, j);
        }
        improve(solver, ht, j * RANK, w, values, weights, ALPHA_H);
      }
    }
    assertThat(fit.w()).containsExactly(w, within(1e-9));
    assertThat(fit.ht()).containsExactly(ht, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(names = {"MU", "HALS"})
  void thePenaltyIsWhatItsFormulaSaysAndTheObjectiveNeverRises(Solver solver) {
    NmfSettings settings = settings(solver, penalties(ALPHA_W, ALPHA_H, PenaltyScale.COUNT), 20);
    LocalNmf.Factors fit = fit(settings, x.observed(PenaltyByCountTest::weight));
    double charged =
        ALPHA_W / 2 * counted(fit.w(), counts(ROWS, COLUMNS, PenaltyByCountTest::weight))
            + ALPHA_H / 2 * counted(fit.ht(), counts(COLUMNS, ROWS, (j, i) -> weight(i, j)));
    assertThat(fit.result().penalty()).isCloseTo(charged, within(1e-12 * charged));
    double before = Double.POSITIVE_INFINITY;
    for (Iteration iteration : fit.result().history()) {
      double total = iteration.objective() + iteration.penalties();
      assertThat(total).isLessThanOrEqualTo(before * (1 + 1e-13));
      before = total;
    }
  }

  private static double counted(double[] factor, double[] counts) {
    double sum = 0;
    for (int p = 0; p < factor.length; p++) {
      sum += counts[p / RANK] * factor[p] * factor[p];
    }
    return sum;
  }

  /** Where every cell is known, its count is the number of columns, or rows. */
  @Test
  void equalCountsAreAllCells() {
    MatrixBlock all = x.observed((i, j) -> 1);
    LocalNmf.Factors counted =
        fit(settings(Solver.HALS, penalties(ALPHA_W, ALPHA_H, PenaltyScale.COUNT), 15), all);
    LocalNmf.Factors plain =
        fit(settings(Solver.HALS, penalties(ALPHA_W, ALPHA_H, PenaltyScale.CELLS), 15), all);
    assertThat(counted.w()).containsExactly(plain.w());
    assertThat(counted.ht()).containsExactly(plain.ht());
    assertThat(counted.result().penalty())
        .isCloseTo(plain.result().penalty(), within(1e-12 * plain.result().penalty()));
    assertThat(counted.result().kktResidual())
        .isCloseTo(plain.result().kktResidual(), within(1e-10));
  }

  /** X times c, and both factors times sqrt(c), is the same problem if the strength is times c. */
  @ParameterizedTest
  @ValueSource(doubles = {0.001, 16, 1e6})
  void theStrengthThatNobodyGivesFollowsTheScaleOfX(double c) {
    NmfSettings settings = settings(Solver.HALS, penalties(0, 0, PenaltyScale.AUTO), 15);
    MatrixBlock block = x.observed(PenaltyByCountTest::weight);
    LocalNmf.Factors plain = fit(settings, block);
    MatrixBlock scaled = x.times(c).observed(PenaltyByCountTest::weight);
    LocalNmf.Factors other =
        new LocalNmf(settings)
            .fit(
                scaled,
                Summaries.observed(scaled),
                times(w0, Math.sqrt(c)),
                times(ht0, Math.sqrt(c)));
    assertThat(times(other.w(), 1 / Math.sqrt(c))).containsExactly(plain.w(), within(1e-9));
    assertThat(plain.result().penalty()).isPositive();
    MatrixSummary summary = Summaries.observed(block);
    assertThat(settings.on(summary).objective().penalties())
        .isEqualTo(
            penalties(
                0.035 * summary.rootMeanSquare(),
                0.035 * summary.rootMeanSquare(),
                PenaltyScale.COUNT));
  }

  private static double[] times(double[] numbers, double c) {
    return Arrays.stream(numbers).map(number -> number * c).toArray();
  }

  @Test
  void nothingIsCountedWhereAllCellsAreKnownOrTheLossIsAnother() {
    Penalties automatic = penalties(0, 0, PenaltyScale.AUTO);
    MatrixSummary summary = x.summary();
    for (Objective objective :
        new Objective[] {
          Objective.frobenius().with(automatic),
          Objective.ofBeta(1).withEmptyCells(EmptyCells.MISSING).with(automatic)
        }) {
      NmfSettings settings = Trial.settings(objective, Solver.MU, RANK, 1);
      assertThat(settings.on(summary).objective().penalties())
          .isEqualTo(penalties(0, 0, PenaltyScale.CELLS));
    }
  }

  @Test
  void whatCannotBeCountedIsRefused() {
    Penalties counted = penalties(1, 1, PenaltyScale.COUNT);
    assertThatThrownBy(() -> Objective.frobenius().with(counted))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "penalty-scale count works with empty-cells missing and loss frobenius, got empty-cells zero and loss frobenius; say --penalty-scale cells");
    assertThatThrownBy(() -> new Penalties(1, 1, 0.5, PenaltyScale.COUNT, PenaltyUpdate.MAJORIZE))
        .hasMessage(
            "penalty-scale count penalises squares alone, got l1-ratio 0.5; say --l1-ratio 0 or --penalty-scale cells");
    NmfSettings many = settings(Solver.MU, counted, 1).withRank(10_000);
    MatrixSummary wide = new MatrixSummary(1, 1_000_000, 1, 1, 1, 1);
    assertThatThrownBy(() -> many.on(wide)).hasMessageContaining("or lower --rank");
    NmfSettings left = settings(Solver.MU, penalties(0, 0, PenaltyScale.AUTO), 1);
    assertThat(left.withRank(10_000).on(wide).objective().penalties().isNone()).isTrue();
  }
}
