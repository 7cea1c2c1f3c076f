package io.github.sparknmf.linalg;

import java.io.Serializable;

/** The rows of a {@link CsrMatrix} with compact cells, and the product that streams over them. */
final class CompactRows implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Cells that are spread out at a time: 24 KiB, which stay in the first cache. */
  private static final int SPREAD = 2048;

  private final int[] rowIds;
  private final int[] offsets;
  private final CompactCells cells;

  CompactRows(CsrMatrix matrix) {
    this.rowIds = matrix.rowIds;
    this.offsets = matrix.offsets;
    this.cells =
        new CompactCells(matrix.columnIds, matrix.values, matrix.nonZeros(), matrix.columns);
  }

  int nonZeros() {
    return offsets[rowIds.length];
  }

  /** Copies the cells of the stored row {@code r}; returns how many. */
  int copyRow(int r, int[] ids, double[] values) {
    cells.copy(offsets[r], offsets[r + 1], ids, values);
    return offsets[r + 1] - offsets[r];
  }

  /**
   * P += A F: rows of A times a tall factor. Sums continue from the values found in P, so splitting
   * A's columns over several calls gives the bits of one call.
   *
   * @param factor holds F from row {@code factorRow} on, not modified
   * @param product holds P from row {@code productRow} on, modified
   */
  void addTimes(double[] factor, int factorRow, int rank, double[] product, int productRow) {
    Shapes.requireDistinct(factor, product);
    int[] ids = new int[SPREAD];
    double[] values = new double[SPREAD];
    int base = factorRow * rank;
    int end = nonZeros();
    int r = 0;
    for (int start = 0; start < end; start += SPREAD) {
      int stop = Math.min(start + SPREAD, end);
      cells.copy(start, stop, ids, values);
      int from = start;
      while (from < stop) {
        int to = Math.min(offsets[r + 1], stop);
        int out = (productRow + rowIds[r]) * rank;
        KernelChoice.ACTIVE.gather(
            ids, values, from - start, to - start, factor, base, rank, product, out);
        from = to;
        if (to == offsets[r + 1]) {
          r++;
        }
      }
    }
  }

  /** Bytes of the arrays. */
  long bytes() {
    return cells.bytes() + Integer.BYTES * ((long) offsets.length + rowIds.length);
  }
}
