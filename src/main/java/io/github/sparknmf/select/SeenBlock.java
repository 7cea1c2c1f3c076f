package io.github.sparknmf.select;

import io.github.sparknmf.linalg.CsrMatrix;
import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.linalg.MatrixBlock;
import io.github.sparknmf.linalg.MatrixBlocks;
import java.util.Arrays;

/**
 * A block of X as a fit sees it: zero where a cell is held out, and beside it the cells that are.
 * Adding a zero's product changes no bit, so nothing follows from what the held-out cells are.
 */
final class SeenBlock {
  private final MatrixBlock seen;
  private final CsrMatrix cells;
  private final MatrixBlock held;

  private SeenBlock(MatrixBlock seen, CsrMatrix cells) {
    this.seen = seen;
    this.cells = cells;
    this.held = MatrixBlocks.observed(cells);
  }

  /**
   * Takes the held-out cells out of a block.
   *
   * @param x not modified
   * @param firstRow global number of its first row
   */
  static SeenBlock of(MatrixBlock x, long firstRow, HeldOut held) {
    int rows = x.rows();
    int[] starts = new int[rows + 1];
    if (held.isNothing()) {
      return new SeenBlock(x, matrix(x, starts, new int[0], new double[0]));
    }
    CsrMatrix all = x.toCsr();
    double[] kept = all.values().clone();
    int[] row = new int[x.columns()];
    int[] columns = new int[16];
    for (int i = 0; i < rows; i++) {
      int count = held.of(firstRow + i, x.columns(), row);
      starts[i + 1] = starts[i] + count;
      if (starts[i + 1] > columns.length) {
        columns = Arrays.copyOf(columns, Math.max(starts[i + 1], 2 * columns.length));
      }
      System.arraycopy(row, 0, columns, starts[i], count);
    }
    double[] values = new double[starts[rows]];
    int[] allStarts = new int[rows + 1];
    for (int i = 0; i < rows; i++) {
      allStarts[i + 1] = all.rowStart(i + 1);
      take(all, i, kept, columns, starts[i], starts[i + 1], values);
    }
    CsrMatrix rest = matrix(x, allStarts, all.columnIds(), kept);
    return new SeenBlock(
        x.ofSameKind(rest), matrix(x, starts, Arrays.copyOf(columns, values.length), values));
  }

  private static CsrMatrix matrix(MatrixBlock x, int[] starts, int[] columns, double[] values) {
    int[] rows = new int[x.rows()];
    Arrays.setAll(rows, i -> i);
    return new CsrMatrix(x.rows(), x.columns(), rows, starts, columns, values);
  }

  /** Moves a row's held-out cells from the kept values to the others. */
  private static void take(
      CsrMatrix cells, int row, double[] kept, int[] columns, int from, int to, double[] values) {
    int p = cells.rowStart(row);
    int end = cells.rowStart(row + 1);
    for (int q = from; q < to; q++) {
      while (p < end && cells.columnIds()[p] < columns[q]) {
        p++;
      }
      if (p < end && cells.columnIds()[p] == columns[q]) {
        values[q] = kept[p];
        kept[p] = 0;
      }
    }
  }

  /** The cells that are seen. */
  MatrixBlock seen() {
    return seen;
  }

  /** How many are held out. */
  int heldOut() {
    return cells.nonZeros();
  }

  /** The sum of squares of the cells held out. */
  double heldOutSquares() {
    double sum = 0;
    for (int p = 0; p < cells.nonZeros(); p++) {
      sum = Math.fma(cells.values()[p], cells.values()[p], sum);
    }
    return sum;
  }

  /**
   * P += X H', with fitted values in the place of held-out cells.
   *
   * @param w rows of W of this block, not modified
   * @param ht H', not modified
   * @param product P of this block's rows, modified
   */
  void addRowTerms(Factor w, Factor ht, Factor product) {
    seen.addTimes(ht, product, 0);
    held.addRowTerms(HeldOutCells.FITTED, w, 0, ht, product, 0);
  }

  /**
   * T += X' W, with fitted values in the place of held-out cells.
   *
   * @param product T (n x k), modified
   */
  void addColumnTerms(Factor w, Factor ht, Factor product) {
    seen.addTransposedTimes(w, 0, product);
    held.addColumnTerms(HeldOutCells.FITTED, w, 0, ht, 0, seen.columns(), product);
  }

  /** The sum of something over the held-out cells. */
  double sum(HeldOutCells what, Factor w, Factor ht) {
    return held.loss(what, w, 0, ht);
  }
}
