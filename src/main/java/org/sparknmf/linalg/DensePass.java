package org.sparknmf.linalg;

import java.util.Arrays;
import org.sparknmf.linalg.kernel.KernelChoice;

/**
 * A pass that visits every cell of a block: tiles of WH are formed, used and forgotten. Cost: rows
 * x columns x rank multiplications for the fit and as many for each output.
 */
final class DensePass {
  private static final int STRIP_ROWS = 32;
  private static final int TILE_COLUMNS = 256;

  private final MatrixBlock block;
  private final CellTerms terms;
  private final int rank;
  private final WideRows w;
  private final WideRows ht;
  private final TileCells cells;
  private final double[] x = new double[STRIP_ROWS * TILE_COLUMNS];
  private final double[] fitted = new double[STRIP_ROWS * TILE_COLUMNS];
  private final double[] h;

  /**
   * A pass over some columns of a block, on factors of either precision.
   *
   * @param w W, not modified
   * @param wRow row of W where the block begins
   * @param ht H', not modified
   */
  static DensePass over(
      MatrixBlock block,
      CellTerms terms,
      Factor w,
      int wRow,
      Factor ht,
      int fromColumn,
      int toColumn) {
    return new DensePass(
        block,
        terms,
        WideRows.of(w, wRow, 0, block.rows()),
        WideRows.of(ht, 0, fromColumn, toColumn));
  }

  private DensePass(MatrixBlock block, CellTerms terms, WideRows w, WideRows ht) {
    this.block = block;
    this.terms = terms;
    this.rank = w.rank();
    this.w = w;
    this.ht = ht;
    this.cells = new TileCells(block, STRIP_ROWS);
    this.h = new double[rank * TILE_COLUMNS];
  }

  /** What is done with a tile: its cells and their fitted values are there. */
  @FunctionalInterface
  private interface TileWork {
    void on(int row, int height, int column, int width);
  }

  /** Adds the terms of the block's rows. */
  void addRowTerms(WideRows sums) {
    Coefficients by = new Coefficients();
    visit(
        0,
        block.columns(),
        (row, height, column, width) -> {
          by.of(height * width);
          by.addTimes(height, width, ht.entries(), ht.at(column), sums, row);
        });
  }

  /** Adds the terms of some columns. */
  void addColumnTerms(int fromColumn, int toColumn, WideRows sums) {
    Coefficients by = new Coefficients();
    visit(
        fromColumn,
        toColumn,
        (row, height, column, width) -> {
          by.of(height * width);
          by.addTransposedTimes(height, width, w.entries(), w.at(row), sums, column);
          if (terms.tellsLoss()) {
            addLosses(height, width, sums, column);
          }
        });
  }

  /** Adds what each column of a tile loses, rows ascending, to the number after its terms. */
  private void addLosses(int height, int width, WideRows sums, int column) {
    double[] all = sums.entries();
    for (int j = 0; j < width; j++) {
      int at = sums.at(column + j) + terms.outputs() * rank;
      for (int p = j; p < height * width; p += width) {
        all[at] = terms.addLoss(x, null, fitted, p, p + 1, all[at]);
      }
    }
  }

  /** What all cells lose, tile after tile. */
  double loss() {
    double[] sum = new double[1];
    visit(
        0,
        block.columns(),
        (row, height, column, width) ->
            sum[0] = terms.addLoss(x, null, fitted, 0, height * width, sum[0]));
    return sum[0];
  }

  private void visit(int fromColumn, int toColumn, TileWork work) {
    for (int row = 0; row < block.rows(); row += STRIP_ROWS) {
      int height = Math.min(STRIP_ROWS, block.rows() - row);
      cells.open(row, height, fromColumn);
      for (int column = fromColumn; column < toColumn; column += TILE_COLUMNS) {
        int width = Math.min(TILE_COLUMNS, toColumn - column);
        cells.read(column, width, x);
        fit(row, height, column, width);
        work.on(row, height, column, width);
      }
    }
  }

  private void fit(int row, int height, int column, int width) {
    for (int j = 0; j < width; j++) {
      int from = ht.at(column + j);
      for (int c = 0; c < rank; c++) {
        h[c * width + j] = ht.entries()[from + c];
      }
    }
    Arrays.fill(fitted, 0, height * width, 0);
    KernelChoice.ACTIVE.denseTimes(
        w.entries(), w.at(row), rank, height, rank, h, 0, width, fitted, 0);
  }

  /** The coefficients of a tile and what they are multiplied with. */
  private final class Coefficients {
    private final double[] first = new double[STRIP_ROWS * TILE_COLUMNS];
    private final double[] second =
        terms.outputs() == 2 ? new double[STRIP_ROWS * TILE_COLUMNS] : first;
    private final double[] sums = new double[TILE_COLUMNS * rank];

    void of(int count) {
      terms.coefficients(x, null, fitted, 0, count, first, second);
    }

    void addTimes(int height, int width, double[] factor, int at, WideRows target, int row) {
      for (int output = 0; output < terms.outputs(); output++) {
        open(target, row, height, output);
        KernelChoice.ACTIVE.denseTimes(
            output == 0 ? first : second, 0, width, height, width, factor, at, rank, sums, 0);
        close(target, row, height, output);
      }
    }

    void addTransposedTimes(
        int height, int width, double[] factor, int at, WideRows target, int column) {
      for (int output = 0; output < terms.outputs(); output++) {
        open(target, column, width, output);
        KernelChoice.ACTIVE.denseTransposedTimes(
            output == 0 ? first : second, 0, width, height, width, factor, at, rank, sums, 0);
        close(target, column, width, output);
      }
    }

    private void open(WideRows target, int row, int count, int output) {
      for (int i = 0; i < count; i++) {
        System.arraycopy(
            target.entries(), target.at(row + i) + output * rank, sums, i * rank, rank);
      }
    }

    private void close(WideRows target, int row, int count, int output) {
      for (int i = 0; i < count; i++) {
        System.arraycopy(
            sums, i * rank, target.entries(), target.at(row + i) + output * rank, rank);
      }
    }
  }
}
