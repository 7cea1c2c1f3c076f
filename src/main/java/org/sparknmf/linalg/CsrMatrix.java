package org.sparknmf.linalg;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Compressed sparse rows. Only the rows in {@code rowIds} are stored, so that a transposed block
 * does not pay for the columns it lacks. The arrays are taken as they are, and not to be modified.
 *
 * @param rows number of rows, stored or not
 * @param columns number of columns
 * @param rowIds ascending numbers of the stored rows
 * @param offsets the beginning of each stored row in the arrays below; one longer than rowIds
 * @param columnIds column numbers of all cells, row after row, ascending within a row
 * @param values of all cells, none zero unless a cell that is not stored is unknown
 * @param weights of the cells, all above 0; null where each weighs 1
 */
@SuppressWarnings("ArrayRecordComponent") // A view of arrays, never compared.
public record CsrMatrix(
    int rows,
    int columns,
    int[] rowIds,
    int[] offsets,
    int[] columnIds,
    double[] values,
    double[] weights)
    implements Serializable {

  /** A matrix whose cells weigh 1 each. */
  public CsrMatrix(
      int rows, int columns, int[] rowIds, int[] offsets, int[] columnIds, double[] values) {
    this(rows, columns, rowIds, offsets, columnIds, values, null);
  }

  /** Number of stored cells. */
  public int nonZeros() {
    return offsets[rowIds.length];
  }

  /** Whether some cell has a weight of its own. */
  public boolean hasWeights() {
    return weights != null;
  }

  /** The weight of the cell at a position in {@link #columnIds}. */
  public double weight(int position) {
    return weights == null ? 1 : weights[position];
  }

  /** Position in {@link #columnIds} of a row's first cell; every row must be stored. */
  public int rowStart(int row) {
    return offsets[row];
  }

  /** The rows {@code from <= row < to} as a matrix of their own; every row must be stored. */
  public CsrMatrix slice(int from, int to) {
    int start = offsets[from];
    int[] sliced = new int[to - from + 1];
    for (int i = 0; i < sliced.length; i++) {
      sliced[i] = offsets[from + i] - start;
    }
    return new CsrMatrix(
        to - from,
        columns,
        IntStream.range(0, to - from).toArray(),
        sliced,
        Arrays.copyOfRange(columnIds, start, offsets[to]),
        Arrays.copyOfRange(values, start, offsets[to]),
        weights == null ? null : Arrays.copyOfRange(weights, start, offsets[to]));
  }

  /** A matrix of the same cells and weights with other values, taken as they are. */
  public CsrMatrix withValues(double[] newValues) {
    return new CsrMatrix(rows, columns, rowIds, offsets, columnIds, newValues, weights);
  }

  /** A matrix of some of the cells; every row of this and of the new one is stored. */
  public CsrMatrix only(IntPredicate positions) {
    int[] kept = IntStream.range(0, nonZeros()).filter(positions).toArray();
    int[] starts = new int[rows + 1];
    int at = 0;
    for (int i = 0; i < rows; i++) {
      while (at < kept.length && kept[at] < offsets[i + 1]) {
        at++;
      }
      starts[i + 1] = at;
    }
    return new CsrMatrix(
        rows,
        columns,
        rowIds,
        starts,
        Arrays.stream(kept).map(p -> columnIds[p]).toArray(),
        Arrays.stream(kept).mapToDouble(p -> values[p]).toArray(),
        weights == null ? null : Arrays.stream(kept).mapToDouble(p -> weights[p]).toArray());
  }

  /**
   * A matrix of the same cells and weights with values that a precision holds; itself where they
   * are.
   */
  public CsrMatrix rounded(Precision precision) {
    if (precision == Precision.DOUBLE || CompactNumbers.areFloats(values, nonZeros())) {
      return this;
    }
    double[] held = new double[nonZeros()];
    Arrays.setAll(held, p -> precision.round(values[p]));
    return withValues(held);
  }

  /**
   * A matrix of the same cells with other column numbers.
   *
   * @param newColumns number of columns afterwards
   * @param newIds gives each column's new number, in the same order; not modified
   */
  public CsrMatrix renumbered(int newColumns, IntUnaryOperator newIds) {
    int[] ids = new int[nonZeros()];
    Arrays.setAll(ids, p -> newIds.applyAsInt(columnIds[p]));
    return new CsrMatrix(rows, newColumns, rowIds, offsets, ids, values, weights);
  }

  /** The transpose (columns x rows), storing non-empty rows only, each in ascending order. */
  public CsrMatrix transpose() {
    int[] next = new int[columns];
    for (int p = 0; p < nonZeros(); p++) {
      next[columnIds[p]]++;
    }
    int stored = 0;
    for (int count : next) {
      stored += count == 0 ? 0 : 1;
    }
    int[] ids = new int[stored];
    int[] starts = new int[stored + 1];
    int at = 0;
    for (int j = 0; j < columns; j++) {
      int count = next[j];
      next[j] = starts[at];
      if (count > 0) {
        ids[at] = j;
        starts[at + 1] = starts[at] + count;
        at++;
      }
    }
    int[] rowsOfCells = new int[nonZeros()];
    double[] transposed = new double[nonZeros()];
    double[] moved = weights == null ? null : new double[nonZeros()];
    for (int r = 0; r < rowIds.length; r++) {
      for (int p = offsets[r]; p < offsets[r + 1]; p++) {
        int target = next[columnIds[p]]++;
        rowsOfCells[target] = rowIds[r];
        transposed[target] = values[p];
        if (moved != null) {
          moved[target] = weights[p];
        }
      }
    }
    return new CsrMatrix(columns, rows, ids, starts, rowsOfCells, transposed, moved);
  }
}
