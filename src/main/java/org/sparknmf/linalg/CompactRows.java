package org.sparknmf.linalg;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import org.sparknmf.linalg.kernel.KernelChoice;

/** The rows of a {@link CsrMatrix} with compact cells, and the product that streams over them. */
final class CompactRows implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] rowIds;
  private final int[] offsets;
  private final CompactCells cells;

  /** The weights of the cells; null where each weighs 1. */
  private final CompactNumbers weights;

  CompactRows(CsrMatrix matrix) {
    this.rowIds = matrix.rowIds();
    this.offsets = matrix.offsets();
    this.cells =
        new CompactCells(matrix.columnIds(), matrix.values(), matrix.nonZeros(), matrix.columns());
    this.weights = weights(matrix);
  }

  private static CompactNumbers weights(CsrMatrix matrix) {
    if (matrix.weights() == null) {
      return null;
    }
    int size = matrix.nonZeros();
    boolean allOne = Arrays.stream(matrix.weights(), 0, size).allMatch(weight -> weight == 1);
    return allOne ? null : new CompactNumbers(matrix.weights(), size);
  }

  int nonZeros() {
    return offsets[rowIds.length];
  }

  /** Number of the stored row {@code r}. */
  int rowId(int r) {
    return rowIds[r];
  }

  /** How many cells the stored rows before {@code r} have. */
  int offset(int r) {
    return offsets[r];
  }

  /** Sets the bit of each row that has a cell. */
  void markRows(BitSet marked) {
    for (int r = 0; r < rowIds.length; r++) {
      if (offsets[r] < offsets[r + 1]) {
        marked.set(rowIds[r]);
      }
    }
  }

  /** The cells of all stored rows, one after the other. */
  CompactCells cells() {
    return cells;
  }

  /** Whether some cell has a weight of its own. */
  boolean hasWeights() {
    return weights != null;
  }

  /** Copies the weights of the cells {@code from <= p < to} to the beginning of an array. */
  void copyWeights(int from, int to, double[] target) {
    if (weights == null) {
      Arrays.fill(target, 0, to - from, 1);
    } else {
      weights.copy(from, to, target);
    }
  }

  /** Copies the cells of the stored row {@code r}; returns how many. */
  int copyRow(int r, int[] ids, double[] values) {
    cells.copy(offsets[r], offsets[r + 1], ids, values);
    return offsets[r + 1] - offsets[r];
  }

  /** All cells, as they were given. */
  CsrMatrix toCsr(int rows, int columns) {
    int[] ids = new int[nonZeros()];
    double[] values = new double[nonZeros()];
    cells.copy(0, nonZeros(), ids, values);
    return new CsrMatrix(rows, columns, rowIds, offsets, ids, values, weightsOfAll());
  }

  private double[] weightsOfAll() {
    if (weights == null) {
      return null;
    }
    double[] all = new double[nonZeros()];
    weights.copy(0, all.length, all);
    return all;
  }

  /**
   * P += A F for some rows of A and a tall factor. Sums continue from the values found in P, so
   * splitting A's columns over several calls gives the bits of one call.
   *
   * @param factor holds F from row {@code factorRow} on, not modified
   * @param fromRow first row of A
   * @param toRow one beyond the last
   * @param product row i of P is row {@code productRow + i} here, modified
   */
  void addTimes(
      Factor factor, int factorRow, int fromRow, int toRow, Factor product, int productRow) {
    Factor.requireDistinct(factor, product);
    int base = factorRow * factor.rank();
    CellRuns runs = new CellRuns(this, stored(fromRow), stored(toRow), factor.precision());
    if (factor instanceof DoubleFactor doubles) {
      addTimes(runs, doubles, base, (DoubleFactor) product, productRow);
    } else {
      addTimes(runs, (FloatFactor) factor, base, (FloatFactor) product, productRow);
    }
  }

  /** How many stored rows come before a row. */
  int stored(int row) {
    int at = Arrays.binarySearch(rowIds, row);
    return at < 0 ? -at - 1 : at;
  }

  private static void addTimes(
      CellRuns runs, DoubleFactor factor, int base, DoubleFactor product, int productRow) {
    int rank = factor.rank();
    double[] entries = factor.entries();
    double[] out = product.entries();
    while (runs.next()) {
      int o = (productRow + runs.row()) * rank;
      KernelChoice.ACTIVE.gather(
          runs.ids, runs.values, runs.from(), runs.to(), entries, base, rank, out, o);
    }
  }

  private static void addTimes(
      CellRuns runs, FloatFactor factor, int base, FloatFactor product, int productRow) {
    int rank = factor.rank();
    float[] entries = factor.entries();
    float[] out = product.entries();
    while (runs.next()) {
      int o = (productRow + runs.row()) * rank;
      KernelChoice.ACTIVE.gather(
          runs.ids, runs.floats, runs.from(), runs.to(), entries, base, rank, out, o);
    }
  }

  /** Bytes of the arrays. */
  long bytes() {
    long weightBytes = weights == null ? 0 : weights.bytes();
    return cells.bytes() + weightBytes + Integer.BYTES * ((long) offsets.length + rowIds.length);
  }
}
