package org.sparknmf.solver.nnls;

import org.sparknmf.linalg.TallFactor;
import org.sparknmf.solver.Penalty;

/**
 * Problems, one for each row p of P: minimise 1/2 f A f' - b f' over f at least 0, where A = G + l2
 * I and b = p - l1. What is best has f at least 0, the gradient f A - b at least 0, and one of both
 * 0.
 */
final class RowProblems {
  private final int rank;
  private final double[] matrix;
  private final double[] roots;
  private double[] product;
  private int productRow;
  private double l1;

  /** Memory for rows of {@code rank} numbers. */
  RowProblems(int rank) {
    this.rank = rank;
    this.matrix = new double[rank * rank];
    this.roots = new double[rank];
  }

  /**
   * Takes the problems to solve.
   *
   * @param rowsOfP holds P (row-major) from row {@code firstRow} on, not modified
   * @param gram begins with G (rank x rank), not modified
   */
  void set(double[] rowsOfP, int firstRow, double[] gram, Penalty penalty) {
    System.arraycopy(gram, 0, matrix, 0, matrix.length);
    for (int t = 0; t < rank; t++) {
      matrix[t * rank + t] += penalty.l2();
      roots[t] = Math.sqrt(matrix[t * rank + t]);
    }
    product = rowsOfP;
    productRow = firstRow;
    l1 = penalty.l1();
  }

  /** A (rank x rank), not to be modified. */
  double[] matrix() {
    return matrix;
  }

  /** A_tt. */
  double curvature(int t) {
    return matrix[t * rank + t];
  }

  /** Entry t of the right-hand side of problem i. */
  double right(int i, int t) {
    return product[(productRow + i) * rank + t] - l1;
  }

  /**
   * Gradient f A - b of problem i; each f A_t is one chain, ascending.
   *
   * @param factor holds f as row {@code row}, not modified
   * @param gradient overwritten
   */
  void gradient(int i, double[] factor, int row, double[] gradient) {
    TallFactor.timesSquare(factor, row, 1, rank, matrix, gradient);
    for (int t = 0; t < rank; t++) {
      gradient[t] -= right(i, t);
    }
  }

  /** The sum of |f_t| sqrt(A_tt): times sqrt(A_rr), it bounds what an entry r of f A is made of. */
  double weight(double[] factor, int row) {
    double sum = 0;
    for (int t = 0; t < rank; t++) {
      sum = Math.fma(Math.abs(factor[row * rank + t]), roots[t], sum);
    }
    return sum;
  }

  /** What entry t of the gradient of problem i is made of: the measure of its rounding. */
  double scale(int i, int t, double weight) {
    return Math.fma(weight, roots[t], Math.abs(right(i, t)));
  }
}
