package org.sparknmf.select.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.engine.matrix.CellKeys;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.testing.CellwiseBeta;
import org.sparknmf.testing.PlainMatrix;
import org.sparknmf.testing.Solver;

/** A block of which a quarter of the cells is held out, whatever stands in them. */
class SeenBlockTest {
  private static final int ROWS = 23;
  private static final int COLUMNS = 19;
  private static final int RANK = 3;
  private static final HeldOut HELD = HeldOut.share(CellKeys.ofNumbers(), EmptyCells.ZERO, 7, 0.25);

  private final PlainMatrix x = PlainMatrix.random(ROWS, COLUMNS, 0.5, 3);
  private final double[] w = PlainMatrix.factor(ROWS, RANK, 1);
  private final double[] ht = PlainMatrix.factor(COLUMNS, RANK, 2);
  private final Factor wRows = DoubleFactor.of(w, RANK);
  private final Factor htRows = DoubleFactor.of(ht, RANK);
  private final SeenBlock block = SeenBlock.of(x.sparse(), 0, HELD);

  private static boolean isHeld(int row, int column) {
    int[] columns = new int[COLUMNS];
    int count = HELD.of(HELD.rowKey(row), HELD.columnKeys(COLUMNS), new int[COLUMNS], columns);
    return Arrays.binarySearch(columns, 0, count, column) >= 0;
  }

  private Loss loss(double beta) {
    NmfSettings settings =
        new NmfSettings(RANK, 1, 0, 0).with(Objective.ofBeta(beta), Solver.MU.method());
    return settings.loss(x.summary());
  }

  /** The matrix in which the fitted values really stand in the place of held-out cells. */
  private MatrixBlock filled() {
    return PlainMatrix.of(
            ROWS, COLUMNS, (i, j) -> isHeld(i, j) ? PlainMatrix.dot(w, i, ht, j, RANK) : x.at(i, j))
        .dense();
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 1, 0.5, 1.5, 3})
  void termsAreThoseOfTheFilledMatrix(double beta) {
    Loss loss = loss(beta);
    Factor rows = Factor.zeros(Precision.DOUBLE, ROWS, loss.width(RANK));
    Factor wantedRows = rows.copy();
    block.addRowTerms(loss, wRows, htRows, rows);
    loss.addRowTerms(filled(), wRows, 0, htRows, wantedRows, 0);
    assertThat(rows.toArray()).containsExactly(wantedRows.toArray(), within(1e-11));
    Factor columns = Factor.zeros(Precision.DOUBLE, COLUMNS, loss.width(RANK));
    Factor wantedColumns = columns.copy();
    block.addColumnTerms(loss, wRows, htRows, columns);
    loss.addColumnTerms(filled(), wRows, 0, htRows, 0, COLUMNS, wantedColumns);
    assertThat(columns.toArray()).containsExactly(wantedColumns.toArray(), within(1e-11));
  }

  /** By the formula of the divergence, cell by cell. */
  @ParameterizedTest
  @ValueSource(doubles = {2, 1, 0.5, 1.5, 3})
  void lossesAreThoseOfTheCellsSeenAndOfTheOthers(double beta) {
    Loss loss = loss(beta);
    double[] numbers = new double[Lost.NUMBERS];
    Lost.add(block, loss, wRows, htRows, numbers, 0);
    Lost lost = Lost.of(numbers, 0);
    double[] ofW = statistics(wRows);
    double[] ofH = statistics(htRows);
    // The loss of frobenius has the norm of the cells that are seen.
    Loss ofSeen =
        beta == 2
            ? UpdateRules.of(new NmfSettings(RANK, 1, 0, 0), PlainMatrix.of(block.seen()).summary())
                .loss()
            : loss;
    double whole =
        ofSeen
            .fromSums(lost.cells(), ofW, ofH, RANK)
            .orElseGet(() -> ofSeen.complete(lost.cells(), ofW, ofH, RANK));
    assertThat(whole - lost.inPlace()).isCloseTo(sum(beta, false), within(1e-9));
    assertThat(lost.unseen()).isCloseTo(sum(beta, true), within(1e-9));
  }

  private static double[] statistics(Factor factor) {
    double[] statistics = FactorStatistics.zeros(RANK);
    FactorStatistics.add(factor, 0, factor.rows(), statistics);
    return statistics;
  }

  private double sum(double beta, boolean ofHeld) {
    CellwiseBeta divergence = new CellwiseBeta(beta);
    double sum = 0;
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        sum +=
            isHeld(i, j) == ofHeld
                ? divergence.of(x.at(i, j), PlainMatrix.dot(w, i, ht, j, RANK))
                : 0;
      }
    }
    return sum;
  }

  @Test
  void seesAllOtherCells() {
    int held = block.heldOut().nonZeros();
    assertThat(held).isBetween(60, 160);
    assertThat(block.observed()).isEqualTo(ROWS * COLUMNS - held);
  }

  /** Of weighed cells, where others are missing, only such are held out, and their weights go. */
  @Test
  void ofStoredCellsSomeAreMissing() {
    MatrixBlock known = x.observed((i, j) -> x.at(i, j) > 0 ? 1 + i % 3 : 0);
    SeenBlock seen =
        SeenBlock.of(known, 0, HeldOut.share(CellKeys.ofNumbers(), EmptyCells.MISSING, 7, 0.25));
    double weights = 0;
    int held = 0;
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        boolean isKnown = x.at(i, j) > 0;
        weights += isKnown && !isHeld(i, j) ? 1 + i % 3 : 0;
        held += isKnown && isHeld(i, j) ? 1 : 0;
      }
    }
    assertThat(seen.observed()).isEqualTo(weights);
    assertThat(seen.heldOut().nonZeros()).isEqualTo(held);
    assertThat(seen.seen().nonZeros()).isEqualTo(known.nonZeros() - held);
    assertThat(seen.lostInPlace(loss(2), wRows, htRows)).isZero();
  }
}
