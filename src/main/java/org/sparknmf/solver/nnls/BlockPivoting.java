package org.sparknmf.solver.nnls;

import java.io.Serializable;
import java.util.BitSet;
import org.sparknmf.solver.Penalty;

/**
 * The exact minimiser of 1/2 f (G + l2 I) f' - (p - l1) f' over non-negative f, for rows f of a
 * tall factor, by block principal pivoting (Portugal, Judice and Vicente, Mathematics of
 * Computation 63, 1994; for many rows: Kim and Park, SIAM J. Sci. Comput. 33, 2011).
 *
 * <p>Each row begins with the passive set of its start value. All violating components change
 * sides; when that has not made them fewer three times, only the last one does. {@link PivotRows}
 * says what happens where that does not end. A row whose rounds run out, or whose answer would be
 * worse than its start, goes on by coordinate descent: no row ever gets worse. The answer of a row
 * does not depend on the rows around it.
 *
 * <p>A component with G_tt + l2 = 0 gets 0, or stays where p_t exceeds l1, since then nothing is
 * best.
 */
public final class BlockPivoting implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Rounds for each component, and then some. */
  private static final int ROUNDS_EACH = 5;

  private static final int MORE_ROUNDS = 20;
  private static final int MOST_SWEEPS = 500;

  /** A row is finished by descent when its violation is this part of its right-hand side. */
  private static final double TOLERANCE = 1e-12;

  private final Penalty penalty;
  private final CoordinateDescent descent;

  /** A solver of fixed penalties, l1 and l2. */
  public BlockPivoting(Penalty penalty) {
    this.penalty = penalty;
    this.descent = new CoordinateDescent(penalty, new BitSet());
  }

  /**
   * Solves some rows.
   *
   * @param factor F (row-major, rank columns): start values in the rows named, answers afterwards
   * @param firstRow first row to solve
   * @param rows how many
   * @param product P = X A: holds the same rows from row {@code productRow} on, not modified
   * @param productRow row of P that belongs to {@code firstRow}
   * @param gram begins with G = A'A (rank x rank), not modified
   * @param work scratch memory, modified
   * @return the sum of |projected gradient| over all entries at the start: within a row ascending,
   *     then rows ascending
   */
  public double solve(
      double[] factor,
      int firstRow,
      int rows,
      double[] product,
      int productRow,
      double[] gram,
      PivotRows work) {
    work.problems().set(product, productRow, gram, penalty);
    double sum = 0;
    for (int i = 0; i < rows; i += PivotRows.MOST_ROWS) {
      int count = Math.min(PivotRows.MOST_ROWS, rows - i);
      work.clear(factor, firstRow + i, i);
      for (int row = 0; row < count; row++) {
        sum += work.add(row);
      }
      int rounds = ROUNDS_EACH * work.rank() + MORE_ROUNDS;
      for (int round = 0; round < rounds && work.activeCount() > 0; round++) {
        work.round();
      }
      work.giveUp();
      for (int begin = 0; begin < work.failedCount(); begin += RowLanes.WIDTH) {
        int end = Math.min(begin + RowLanes.WIDTH, work.failedCount());
        descend(factor, firstRow + i, product, productRow + i, gram, work, begin, end);
      }
    }
    return sum;
  }

  /** Sweeps over some of the rows that pivoting gave up, each until it is solved. */
  private void descend(
      double[] factor,
      int firstRow,
      double[] product,
      int productRow,
      double[] gram,
      PivotRows work,
      int begin,
      int end) {
    RowLanes lanes = work.lanes();
    BitSet open = new BitSet(end - begin);
    for (int lane = 0; lane < end - begin; lane++) {
      int row = work.failed(begin + lane);
      lanes.loadLane(lane, factor, firstRow + row, product, productRow + row);
      open.set(lane);
    }
    for (int sweep = 1; sweep <= MOST_SWEEPS && !open.isEmpty(); sweep++) {
      descent.sweep(gram, lanes);
      for (int lane = open.nextSetBit(0); lane >= 0; lane = open.nextSetBit(lane + 1)) {
        if (sweep == MOST_SWEEPS || lanes.violation()[lane] <= TOLERANCE * size(lanes, lane)) {
          lanes.storeLane(lane, factor, firstRow + work.failed(begin + lane));
          open.clear(lane);
        }
      }
    }
  }

  private double size(RowLanes lanes, int lane) {
    double sum = 0;
    for (int t = 0; t < lanes.rank(); t++) {
      sum += Math.abs(lanes.product()[t * RowLanes.WIDTH + lane] - penalty.l1());
    }
    return sum;
  }
}
