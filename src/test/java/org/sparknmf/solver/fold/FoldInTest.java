package org.sparknmf.solver.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.PenaltyScale;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.Penalties;
import org.sparknmf.solver.divergence.PenaltyUpdate;
import org.sparknmf.testing.Solver;

/** Weights of new rows against the conditions of Karush, Kuhn and Tucker, and recovered weights. */
class FoldInTest {
  private static final int COLUMNS = 53;
  private static final int RANK = 7;

  private final DoubleFactor ht = DoubleFactor.of(random(COLUMNS * RANK, 1, 0.4), RANK);

  private static double[] random(int length, long seed, double zeros) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] numbers = new double[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = random.nextDouble() < zeros ? 0 : random.nextDouble();
    }
    return numbers;
  }

  static Stream<Objective> convex() {
    Objective squares = Objective.frobenius();
    Objective divergence = Objective.ofBeta(1);
    return Stream.of(
        squares,
        squares.withPenalties(0.01, 0, 0.5),
        squares.withEmptyCells(EmptyCells.MISSING),
        squares
            .withEmptyCells(EmptyCells.MISSING)
            .with(new Penalties(0.02, 0.03, 0, PenaltyScale.COUNT, PenaltyUpdate.MAJORIZE)),
        divergence,
        divergence.withPenalties(0.01, 0, 1),
        divergence.withPenalties(0.01, 0, 0.3),
        divergence.withEmptyCells(EmptyCells.MISSING),
        Objective.ofBeta(1.5));
  }

  /** No negative slope where a weight may rise, no slope where it may fall. */
  @ParameterizedTest
  @MethodSource("convex")
  void theMinimumOfAConvexLossIsFound(Objective objective) {
    FoldIn model = objective.foldIn(ht, Optional.empty());
    RowFolder folder = model.folder();
    for (int seed = 10; seed < 40; seed++) {
      Row row = new Row(random(COLUMNS, seed, 0.6));
      double[] w = new double[RANK];
      folder.fold(row.columns, row.values, row.columns.length, w);
      double[] slope = slope(objective, row, w);
      for (int t = 0; t < RANK; t++) {
        assertThat(w[t]).isNotNegative();
        assertThat(slope[t]).as("rising").isGreaterThan(-1e-5);
        assertThat(w[t] * slope[t]).as("falling").isCloseTo(0, within(1e-5));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 1, 1.5, 0.5, 3})
  void weightsOfARowThatFitsExactlyComeBack(double beta) {
    double[] all = random(COLUMNS * RANK, 3, 0);
    RowFolder folder =
        Objective.ofBeta(beta).foldIn(DoubleFactor.of(all, RANK), Optional.empty()).folder();
    double[] planted = random(RANK, 5, 0);
    double[] x = new double[COLUMNS];
    for (int j = 0; j < COLUMNS; j++) {
      for (int t = 0; t < RANK; t++) {
        x[j] += planted[t] * all[j * RANK + t];
      }
    }
    Row row = new Row(x);
    double[] w = new double[RANK];
    folder.fold(row.columns, row.values, row.columns.length, w);
    assertThat(w).containsExactly(planted, within(beta == 2 || beta == 1 ? 1e-8 : 1e-4));
  }

  @ParameterizedTest
  @MethodSource("convex")
  void emptyRowsGetZerosAndOthersDoNotMatter(Objective objective) {
    FoldIn model = objective.foldIn(ht, Optional.empty());
    Row row = new Row(random(COLUMNS, 77, 0.6));
    double[] alone = new double[RANK];
    model.folder().fold(row.columns, row.values, row.columns.length, alone);

    RowFolder folder = model.folder();
    double[] w = new double[RANK];
    Row other = new Row(random(COLUMNS, 78, 0.2));
    folder.fold(other.columns, other.values, other.columns.length, w);
    folder.fold(new int[0], new double[0], 0, w);
    assertThat(w).containsOnly(0);
    folder.fold(row.columns, row.values, row.columns.length, w);
    assertThat(w).containsExactly(alone);
  }

  /** Components that are equal, or zero: any split of them is best, and the gradient says so. */
  @Test
  void aSingularModelIsFitted() {
    double[] entries = random(COLUMNS * RANK, 21, 0.3);
    for (int j = 0; j < COLUMNS; j++) {
      entries[j * RANK + 4] = entries[j * RANK + 1];
      entries[j * RANK + 6] = 0;
    }
    requireLeastSquares(entries);
  }

  /**
   * Components that hardly differ, of very different lengths: no first guess of the set is good.
   */
  @Test
  void componentsThatAreNearlyParallelAreFitted() {
    double[] common = random(COLUMNS, 31, 0);
    double[] entries = random(COLUMNS * RANK, 32, 0.5);
    for (int j = 0; j < COLUMNS; j++) {
      for (int t = 0; t < RANK; t++) {
        entries[j * RANK + t] = Math.scalb(common[j] + 0.01 * entries[j * RANK + t], 3 * (t - 3));
      }
    }
    requireLeastSquares(entries);
  }

  /** The conditions of Karush, Kuhn and Tucker; short components have short slopes. */
  private static void requireLeastSquares(double[] entries) {
    FoldIn model = Objective.frobenius().foldIn(DoubleFactor.of(entries, RANK), Optional.empty());
    double[] lengths = new double[RANK];
    for (int i = 0; i < entries.length; i++) {
      lengths[i % RANK] = Math.hypot(lengths[i % RANK], entries[i]);
    }
    for (int seed = 50; seed < 80; seed++) {
      Row row = new Row(random(COLUMNS, seed, 0.5));
      double[] w = new double[RANK];
      model.folder().fold(row.columns, row.values, row.columns.length, w);
      double[] slope = new double[RANK];
      for (int p = 0; p < row.columns.length; p++) {
        for (int t = 0; t < RANK; t++) {
          slope[t] -= row.values[p] * entries[row.columns[p] * RANK + t];
        }
      }
      for (int j = 0; j < COLUMNS; j++) {
        for (int t = 0; t < RANK; t++) {
          slope[t] += model.fitted(w, j) * entries[j * RANK + t];
        }
      }
      for (int t = 0; t < RANK; t++) {
        assertThat(w[t]).isNotNegative().isFinite();
        assertThat(slope[t]).as("rising").isGreaterThanOrEqualTo(-1e-6 * Math.min(1, lengths[t]));
        assertThat(w[t] * slope[t]).as("falling").isCloseTo(0, within(1e-6));
      }
    }
  }

  /** More components than cells: many weights fit equally well, and none is infinite. */
  @Test
  void aRowOfOneCellIsFitted() {
    RowFolder folder = Objective.ofBeta(1).foldIn(ht, Optional.empty()).folder();
    double[] w = new double[RANK];
    folder.fold(new int[] {4}, new double[] {3}, 1, w);
    assertThat(Arrays.stream(w).sum()).isPositive().isFinite();
    for (double slope : slope(Objective.ofBeta(1), new Row(4, 3), w)) {
      assertThat(slope).isGreaterThan(-1e-6);
    }
  }

  /** Written down from the loss, cell by cell. */
  private double[] slope(Objective objective, Row row, double[] w) {
    Penalty penalty = objective.ofW(COLUMNS).ofRow(row.columns.length);
    boolean missing = objective.emptyCells() == EmptyCells.MISSING;
    double[] slope = new double[RANK];
    for (int j = 0; j < COLUMNS; j++) {
      if (missing && row.dense[j] == 0) {
        continue;
      }
      double y = 0;
      for (int t = 0; t < RANK; t++) {
        y += w[t] * ht.get(j, t);
      }
      double first =
          Math.pow(y, Solver.betaOf(objective) - 1)
              - (row.dense[j] == 0 ? 0 : row.dense[j] * Math.pow(y, Solver.betaOf(objective) - 2));
      for (int t = 0; t < RANK; t++) {
        slope[t] += first * ht.get(j, t);
      }
    }
    for (int t = 0; t < RANK; t++) {
      slope[t] += penalty.l1() + penalty.l2() * w[t];
    }
    return slope;
  }

  /** A row with its zeros and without. */
  private static final class Row {
    private final double[] dense;
    private final int[] columns;
    private final double[] values;

    Row(double[] dense) {
      this.dense = dense;
      this.columns = IntStream.range(0, dense.length).filter(j -> dense[j] > 0).toArray();
      this.values = Arrays.stream(columns).mapToDouble(j -> dense[j]).toArray();
    }

    Row(int column, double value) {
      this(cell(column, value));
    }

    private static double[] cell(int column, double value) {
      double[] dense = new double[COLUMNS];
      dense[column] = value;
      return dense;
    }
  }
}
