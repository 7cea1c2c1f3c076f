package org.sparknmf.solver.loss;

import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;

/** ||X - WH||^2 cell by cell, one row of WH at a time. Cost: rows x columns x rank. */
public final class Residual {
  private final double[] ht;
  private final int rank;
  private final int columns;
  private final double[] wRow;
  private final int[] rowColumns;
  private final double[] rowValues;

  /** Scratch memory for one H' (columns x rank), not modified. */
  public Residual(Factor ht) {
    this.ht = ht.toArray();
    this.rank = ht.rank();
    this.columns = ht.rows();
    this.wRow = new double[rank];
    this.rowColumns = new int[columns];
    this.rowValues = new double[columns];
  }

  /**
   * The sum over a block's rows, in order.
   *
   * @param x the block, not modified
   * @param w holds the rows of W from row {@code wRow} on, not modified
   * @param wRow row of W where the block begins
   */
  public double ofBlock(MatrixBlock x, Factor w, int wRow) {
    double sum = 0;
    for (int i = 0; i < x.rows(); i++) {
      int count = x.copyRow(i, rowColumns, rowValues);
      w.read(wRow + i, 1, this.wRow);
      sum += ofRow(count);
    }
    return sum;
  }

  private double ofRow(int count) {
    double sum = 0;
    int next = 0;
    for (int j = 0; j < columns; j++) {
      double difference = 0;
      for (int c = 0; c < rank; c++) {
        difference = Math.fma(wRow[c], ht[j * rank + c], difference);
      }
      if (next < count && rowColumns[next] == j) {
        difference -= rowValues[next++];
      }
      sum = Math.fma(difference, difference, sum);
    }
    return sum;
  }
}
