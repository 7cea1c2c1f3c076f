package org.sparknmf.linalg;

import java.util.Arrays;

/** The cells of a strip of rows, zeros included, a tile of columns at a time from the left. */
final class TileCells {
  private final MatrixBlock block;
  private final int[][] ids;
  private final double[][] values;
  private final int[] counts;
  private final int[] next;
  private int height;

  /** Reads strips of at most {@code mostRows} rows of a block. */
  TileCells(MatrixBlock block, int mostRows) {
    this.block = block;
    this.ids = new int[mostRows][block.columns()];
    this.values = new double[mostRows][block.columns()];
    this.counts = new int[mostRows];
    this.next = new int[mostRows];
  }

  /** Goes to a strip; its first tile begins with {@code fromColumn}. */
  void open(int row, int rows, int fromColumn) {
    height = rows;
    for (int i = 0; i < rows; i++) {
      counts[i] = block.copyRow(row + i, ids[i], values[i]);
      int at = Arrays.binarySearch(ids[i], 0, counts[i], fromColumn);
      next[i] = at < 0 ? -at - 1 : at;
    }
  }

  /**
   * Fills the next tile.
   *
   * @param column its first column
   * @param width how many
   * @param tile (height x width) overwritten
   */
  void read(int column, int width, double[] tile) {
    Arrays.fill(tile, 0, height * width, 0);
    for (int i = 0; i < height; i++) {
      int at = next[i];
      while (at < counts[i] && ids[i][at] < column + width) {
        tile[i * width + ids[i][at] - column] = values[i][at];
        at++;
      }
      next[i] = at;
    }
  }
}
