package io.github.sparknmf.select;

import io.github.sparknmf.linalg.CsrMatrix;
import io.github.sparknmf.linalg.DoubleFactor;
import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.linalg.MatrixBlock;
import java.util.Arrays;

/**
 * A block of X as a fit sees it: zero where a cell is held out, and beside it the cells that are.
 * Adding a zero's product changes no bit, so nothing follows from what the held-out cells are.
 */
final class SeenBlock {
  private final MatrixBlock seen;
  private final int[] starts;
  private final int[] columns;
  private final double[] values;

  private SeenBlock(MatrixBlock seen, int[] starts, int[] columns, double[] values) {
    this.seen = seen;
    this.starts = starts;
    this.columns = columns;
    this.values = values;
  }

  /**
   * Takes the held-out cells out of a block.
   *
   * @param x not modified
   * @param firstRow global number of its first row
   */
  static SeenBlock of(MatrixBlock x, long firstRow, HeldOut held) {
    int[] starts = new int[x.rows() + 1];
    if (held.isNothing()) {
      return new SeenBlock(x, starts, new int[0], new double[0]);
    }
    CsrMatrix cells = x.toCsr();
    double[] kept = cells.values().clone();
    int[] row = new int[x.columns()];
    int[] columns = new int[Math.max(16, (int) (1.2 * held.share() * x.rows() * x.columns()))];
    double[] values = new double[columns.length];
    for (int i = 0; i < x.rows(); i++) {
      int count = held.of(firstRow + i, x.columns(), row);
      int at = starts[i];
      if (at + count > columns.length) {
        columns = Arrays.copyOf(columns, Math.max(at + count, 2 * columns.length));
        values = Arrays.copyOf(values, columns.length);
      }
      System.arraycopy(row, 0, columns, at, count);
      starts[i + 1] = at + count;
      take(cells, i, kept, columns, at, starts[i + 1], values);
    }
    CsrMatrix rest =
        new CsrMatrix(
            x.rows(), x.columns(), rowIds(x.rows()), rowStarts(cells), cells.columnIds(), kept);
    return new SeenBlock(x.ofSameKind(rest), starts, columns, values);
  }

  private static int[] rowIds(int rows) {
    int[] ids = new int[rows];
    Arrays.setAll(ids, i -> i);
    return ids;
  }

  private static int[] rowStarts(CsrMatrix cells) {
    int[] starts = new int[cells.rows() + 1];
    Arrays.setAll(starts, cells::rowStart);
    return starts;
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
      } else {
        values[q] = 0;
      }
    }
  }

  /** The cells that are seen. */
  MatrixBlock seen() {
    return seen;
  }

  /** Cells held out. */
  int heldOut() {
    return starts[starts.length - 1];
  }

  /** The sum of squares of the cells held out. */
  double heldOutSquares() {
    double sum = 0;
    for (int p = 0; p < heldOut(); p++) {
      sum = Math.fma(values[p], values[p], sum);
    }
    return sum;
  }

  /**
   * P += the fitted values in the place of the held-out cells, times H.
   *
   * @param w W of the group, not modified
   * @param wRow its row where this block begins
   * @param ht H' of the group, not modified
   * @param product P, modified in its first rows
   */
  void addFittedToRows(TrialGroup group, Factor w, int wRow, Factor ht, Factor product) {
    double[] own = ((DoubleFactor) w).entries();
    double[] other = ((DoubleFactor) ht).entries();
    double[] target = ((DoubleFactor) product).entries();
    int width = group.width();
    for (int i = 0; i < seen.rows(); i++) {
      for (int p = starts[i]; p < starts[i + 1]; p++) {
        int h = columns[p] * width;
        group.addFitted(own, (wRow + i) * width, other, h, other, h, target, i * width);
      }
    }
  }

  /**
   * T += the fitted values in the place of the held-out cells, transposed, times W.
   *
   * @param product T (n x width), modified
   */
  void addFittedToColumns(TrialGroup group, Factor w, int wRow, Factor ht, Factor product) {
    double[] own = ((DoubleFactor) w).entries();
    double[] other = ((DoubleFactor) ht).entries();
    double[] target = ((DoubleFactor) product).entries();
    int width = group.width();
    for (int i = 0; i < seen.rows(); i++) {
      int row = (wRow + i) * width;
      for (int p = starts[i]; p < starts[i + 1]; p++) {
        int h = columns[p] * width;
        group.addFitted(own, row, other, h, own, row, target, h);
      }
    }
  }

  /**
   * Adds the squares of the fitted values and of the errors of the held-out cells.
   *
   * @param sums for each trial of the group two numbers, modified
   */
  void addHeldOutErrors(TrialGroup group, Factor w, int wRow, Factor ht, double[] sums) {
    double[] own = ((DoubleFactor) w).entries();
    double[] other = ((DoubleFactor) ht).entries();
    int width = group.width();
    for (int i = 0; i < seen.rows(); i++) {
      for (int p = starts[i]; p < starts[i + 1]; p++) {
        group.addErrors(own, (wRow + i) * width, other, columns[p] * width, values[p], sums);
      }
    }
  }
}
