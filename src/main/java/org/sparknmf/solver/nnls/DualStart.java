package org.sparknmf.solver.nnls;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sparknmf.linalg.TallFactor;
import org.sparknmf.solver.Penalty;

/**
 * Guesses which weights of a row are zero, for a pivoting that begins with the guess. Of 1/2 w A w'
 * - b w', w at least 0, the dual has one multiplier for each weight: w = (b + m) / A, m at least 0,
 * and either is zero. Some projected Jacobi steps on the multipliers need no more than products
 * with the inverse of A, which all rows share. They need not converge: where they do not, the guess
 * is worse and the answer the same.
 */
public final class DualStart {
  /** More cost more than what they spare pivoting: see the tuning notes. */
  private static final int STEPS = 2;

  /** Part of its diagonal that is added to A, so that it has an inverse. */
  private static final double RIDGE = 1e-6;

  private final int rank;
  private final double l1;
  private final double[] inverse;
  private final double[] steps;
  private final int[] all;
  private final double[] right;
  private final double[] free;
  private final double[] multipliers;

  /**
   * Creates start values for rows that share a matrix.
   *
   * @param inverse of {@link #inverse}, not modified
   */
  public DualStart(double[] inverse, int rank, Penalty penalty) {
    this.rank = rank;
    this.l1 = penalty.l1();
    this.inverse = inverse;
    this.steps = new double[rank];
    this.all = IntStream.range(0, rank).toArray();
    this.right = new double[rank];
    this.free = new double[rank];
    this.multipliers = new double[rank];
    for (int t = 0; t < rank; t++) {
      double curvature = inverse[t * rank + t];
      steps[t] = curvature > 0 ? 1 / curvature : 0;
    }
  }

  /**
   * The inverse of A = G + l2 I with a ridge (k x k); zeros where it is singular even so.
   *
   * @param gram G (k x k), not modified
   */
  public static double[] inverse(double[] gram, int rank, double l2) {
    double[] matrix = gram.clone();
    SubsetCholesky cholesky = new SubsetCholesky(rank);
    for (int t = 0; t < rank; t++) {
      matrix[t * rank + t] += l2;
      if (matrix[t * rank + t] > 0) {
        cholesky.add(t);
      }
    }
    double[] inverse = new double[rank * rank];
    if (!cholesky.factorize(matrix, rank, RIDGE)) {
      return inverse;
    }
    double[] column = new double[rank];
    for (int j = 0; j < cholesky.size(); j++) {
      Arrays.fill(column, 0);
      column[j] = 1;
      cholesky.solve(column);
      for (int i = 0; i < cholesky.size(); i++) {
        inverse[cholesky.member(j) * rank + cholesky.member(i)] = column[i];
      }
    }
    return inverse;
  }

  /**
   * Guesses the weights from which to begin.
   *
   * @param product p: b is p - l1; not modified
   * @param w positive where a weight is thought to be, else zero
   */
  public void guess(double[] product, double[] w) {
    for (int t = 0; t < rank; t++) {
      right[t] = product[t] - l1;
    }
    Arrays.fill(free, 0);
    TallFactor.addSparseRowTimes(all, right, rank, inverse, rank, free);
    Arrays.fill(multipliers, 0);
    System.arraycopy(free, 0, w, 0, rank);
    for (int step = 0; step < STEPS; step++) {
      for (int t = 0; t < rank; t++) {
        multipliers[t] = Math.max(0, Math.fma(-steps[t], w[t], multipliers[t]));
      }
      System.arraycopy(free, 0, w, 0, rank);
      TallFactor.addSparseRowTimes(all, multipliers, rank, inverse, rank, w);
    }
    for (int t = 0; t < rank; t++) {
      boolean positive =
          Math.fma(-steps[t], w[t], multipliers[t]) < 0 && w[t] < Double.POSITIVE_INFINITY;
      w[t] = positive ? w[t] : 0;
    }
  }
}
