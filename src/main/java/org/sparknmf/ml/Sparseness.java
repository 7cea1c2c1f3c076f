package org.sparknmf.ml;

/**
 * (sqrt(n) - L1 / L2) / (sqrt(n) - 1) of a column of n numbers: 0 where all are equal, 1 where one
 * alone is not zero (Hoyer, JMLR 5, 2004, section 3.1).
 */
public final class Sparseness {
  private Sparseness() {}

  /**
   * The mean over columns; those that are zero do not count.
   *
   * @param n how many numbers a column has
   * @param sums of each column
   * @param squares sum of squares of each column
   */
  static double mean(long n, double[] sums, double[] squares) {
    double total = 0;
    int counted = 0;
    for (int c = 0; c < sums.length; c++) {
      if (squares[c] > 0) {
        total += of(n, sums[c], squares[c]);
        counted++;
      }
    }
    return counted == 0 ? 0 : total / counted;
  }

  /**
   * The sparseness of one column; rounding may take it out of its range by a little.
   *
   * @param n how many numbers it has
   * @param sum of them
   * @param squares sum of their squares, above 0
   */
  public static double of(long n, double sum, double squares) {
    double most = Math.sqrt((double) n);
    return n == 1 ? 1 : (most - sum / Math.sqrt(squares)) / (most - 1);
  }
}
