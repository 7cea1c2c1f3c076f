package org.sparknmf.ml;

import java.util.Arrays;
import java.util.List;
import org.sparknmf.frame.rows.RowCells;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.ExactSums;
import org.sparknmf.solver.fold.FoldIn;

/** What some rows add to an evaluation. */
final class RowScores {
  private static final int SQUARES = 0;
  private static final int RESIDUAL = 1;
  private static final int FIRST_OF_W = 2;

  private final int rank;
  private final long[] rows;
  private final Coherence coherence;
  private final ExactSums sums;

  /**
   * Creates the scores of no rows.
   *
   * @param columns numbers of those that are counted
   */
  RowScores(int rank, List<Integer> columns) {
    this(rank, new long[1], new Coherence(columns), new ExactSums(sums(rank)));
  }

  private RowScores(int rank, long[] rows, Coherence coherence, ExactSums sums) {
    this.rank = rank;
    this.rows = rows;
    this.coherence = coherence;
    this.sums = sums;
  }

  private static int sums(int rank) {
    return FIRST_OF_W + 2 * rank;
  }

  /** The scores whose {@link #state} is given. */
  static RowScores of(int rank, List<Integer> columns, long[] state) {
    int counts = 1 + Coherence.length(columns.size());
    return new RowScores(
        rank,
        Arrays.copyOf(state, 1),
        new Coherence(columns, Arrays.copyOfRange(state, 1, counts)),
        ExactSums.of(Arrays.copyOfRange(state, counts, state.length)));
  }

  /** The whole state; states of disjoint rows are added entry by entry. */
  long[] state() {
    long[] counts = coherence.counts();
    long[] limbs = sums.state();
    long[] state = new long[1 + counts.length + limbs.length];
    state[0] = rows[0];
    System.arraycopy(counts, 0, state, 1, counts.length);
    System.arraycopy(limbs, 0, state, 1 + counts.length, limbs.length);
    return state;
  }

  /**
   * Adds a row.
   *
   * @param row its cells as they were given
   * @param values its cells as the model sees them
   * @param w its weights
   */
  void add(RowCells row, double[] values, double[] w, FoldIn model, EmptyCells emptyCells) {
    rows[0]++;
    coherence.add(row.columns(), row.values());
    double squares = 0;
    for (double value : values) {
      squares = Math.fma(value, value, squares);
    }
    sums.add(SQUARES, squares);
    sums.add(RESIDUAL, squaredResidual(row.columns(), values, w, model, emptyCells));
    for (int c = 0; c < rank; c++) {
      sums.add(FIRST_OF_W + c, w[c]);
      sums.add(FIRST_OF_W + rank + c, w[c] * w[c]);
    }
  }

  /** Stored cells one by one; of the others, where they are zeros, the squares of w H. */
  private static double squaredResidual(
      int[] columns, double[] values, double[] w, FoldIn model, EmptyCells emptyCells) {
    double stored = 0;
    double fittedSquares = 0;
    for (int p = 0; p < columns.length; p++) {
      double fitted = model.fitted(w, columns[p]);
      stored = Math.fma(values[p] - fitted, values[p] - fitted, stored);
      fittedSquares = Math.fma(fitted, fitted, fittedSquares);
    }
    return emptyCells == EmptyCells.MISSING
        ? stored
        : stored + Math.max(0, model.squaredLength(w) - fittedSquares);
  }

  Coherence coherence() {
    return coherence;
  }

  long rows() {
    return rows[0];
  }

  /** ||X - WH||^2 / ||X||^2; 0 where X is zero. */
  double squaredError() {
    double squares = sums.value(SQUARES);
    return squares == 0 ? 0 : sums.value(RESIDUAL) / squares;
  }

  double sparsenessOfW() {
    double[] entries = new double[rank];
    double[] squares = new double[rank];
    for (int c = 0; c < rank; c++) {
      entries[c] = sums.value(FIRST_OF_W + c);
      squares[c] = sums.value(FIRST_OF_W + rank + c);
    }
    return Sparseness.mean(rows(), entries, squares);
  }
}
