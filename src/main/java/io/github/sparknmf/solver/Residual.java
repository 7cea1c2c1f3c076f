package io.github.sparknmf.solver;

import io.github.sparknmf.linalg.MatrixBlock;

/** ||X - WH||^2 cell by cell, one row of WH at a time. Cost: rows x columns x rank. */
public final class Residual {
  private final int columns;
  private final int rank;
  private final int[] rowColumns;
  private final double[] rowValues;

  /** Scratch memory for rows of {@code columns} cells. */
  public Residual(int columns, int rank) {
    this.columns = columns;
    this.rank = rank;
    this.rowColumns = new int[columns];
    this.rowValues = new double[columns];
  }

  /**
   * The sum over a block's rows, in order.
   *
   * @param x the block, not modified
   * @param w holds the rows of W from row {@code wRow} on, not modified
   * @param wRow row of W where the block begins
   * @param ht H' (columns x rank), not modified
   */
  public double ofBlock(MatrixBlock x, double[] w, int wRow, double[] ht) {
    double sum = 0;
    for (int i = 0; i < x.rows(); i++) {
      int count = x.copyRow(i, rowColumns, rowValues);
      sum += ofRow(count, w, (wRow + i) * rank, ht);
    }
    return sum;
  }

  private double ofRow(int count, double[] w, int from, double[] ht) {
    double sum = 0;
    int next = 0;
    for (int j = 0; j < columns; j++) {
      double difference = 0;
      for (int c = 0; c < rank; c++) {
        difference = Math.fma(w[from + c], ht[j * rank + c], difference);
      }
      if (next < count && rowColumns[next] == j) {
        difference -= rowValues[next++];
      }
      sum = Math.fma(difference, difference, sum);
    }
    return sum;
  }
}
