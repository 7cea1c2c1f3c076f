package org.sparknmf.solver.nnls;

import java.util.Arrays;
import org.sparknmf.linalg.TallFactor;
import org.sparknmf.solver.Penalty;

/**
 * Block principal pivoting for one row that begins near its answer, without the safeguards of
 * {@link BlockPivoting}: where a few exchanges of all that violates do not end, it gives up.
 */
public final class RowPivoting {
  private static final int ROUNDS = 6;

  /** A gradient below this part of what it is made of is rounding. */
  private static final double ROUNDING = 1e-12;

  /** A pivot below this part of its diagonal entry is left to those who know how to go on. */
  private static final double SINGULAR = 1e-8;

  private final int rank;
  private final double l1;
  private final double[] matrix;
  private final double[] roots;
  private final int[] passive;
  private final double[] triangle;
  private final double[] pivots;
  private final double[] solution;
  private final double[] gradient;

  /** 1 for a component of the passive set, else 0. */
  private final int[] inside;

  private double weight;

  /**
   * Creates a solver for rows that share a matrix.
   *
   * @param gram G (k x k), not modified
   */
  public RowPivoting(double[] gram, int rank, Penalty penalty) {
    this.rank = rank;
    this.l1 = penalty.l1();
    this.matrix = gram.clone();
    this.roots = new double[rank];
    for (int t = 0; t < rank; t++) {
      matrix[t * rank + t] += penalty.l2();
      roots[t] = Math.sqrt(matrix[t * rank + t]);
    }
    this.passive = new int[rank];
    this.triangle = new double[rank * rank];
    this.pivots = new double[rank];
    this.solution = new double[rank];
    this.gradient = new double[rank];
    this.inside = new int[rank];
  }

  /**
   * Minimises 1/2 w (G + l2 I) w' - (p - l1) w' over non-negative w.
   *
   * @param w where to begin: its positive entries are the first passive set; the answer afterwards,
   *     unless it gives up
   * @param product p, not modified
   * @return whether w is the answer
   */
  public boolean solve(double[] w, double[] product) {
    for (int t = 0; t < rank; t++) {
      inside[t] = w[t] > 0 ? 1 : 0;
    }
    for (int round = 0; round < ROUNDS; round++) {
      int size = list();
      gather(size, product);
      if (!eliminate(size)) {
        return false;
      }
      substitute(size);
      if (!exchange(size, product)) {
        write(size, w);
        return true;
      }
    }
    return false;
  }

  /**
   * Lists the passive set without a branch on the sets, which no processor foresees; the loops of
   * exchanges do without it too.
   */
  private int list() {
    int size = 0;
    for (int t = 0; t < rank; t++) {
      passive[size] = t;
      size += inside[t];
    }
    return size;
  }

  /** The lower triangle of the passive rows and columns, and their right-hand sides. */
  private void gather(int size, double[] product) {
    for (int i = 0; i < size; i++) {
      int row = passive[i] * rank;
      for (int j = 0; j <= i; j++) {
        triangle[i * rank + j] = matrix[row + passive[j]];
      }
      solution[i] = product[passive[i]] - l1;
    }
  }

  /**
   * Gaussian elimination of a symmetric matrix, of which only the lower triangle is kept; whether
   * all pivots were large enough.
   */
  private boolean eliminate(int size) {
    double[] lower = triangle;
    for (int j = 0; j < size; j++) {
      double pivot = lower[j * rank + j];
      if (!(pivot > SINGULAR * matrix[passive[j] * (rank + 1)])) {
        return false;
      }
      double inverse = 1 / pivot;
      pivots[j] = inverse;
      for (int i = j + 1; i < size; i++) {
        int row = i * rank;
        double multiple = -lower[row + j] * inverse;
        for (int c = j + 1; c <= i; c++) {
          lower[row + c] = Math.fma(multiple, lower[c * rank + j], lower[row + c]);
        }
        solution[i] = Math.fma(multiple, solution[j], solution[i]);
      }
    }
    return true;
  }

  private void substitute(int size) {
    weight = 0;
    for (int i = size - 1; i >= 0; i--) {
      double entry = solution[i] * pivots[i];
      solution[i] = entry;
      for (int j = 0; j < i; j++) {
        solution[j] = Math.fma(-triangle[i * rank + j], entry, solution[j]);
      }
      weight = Math.fma(Math.abs(entry), roots[passive[i]], weight);
    }
  }

  /** Moves all components that violate to the other side; whether there were any. */
  private boolean exchange(int size, double[] product) {
    int changes = 0;
    Arrays.fill(gradient, 0);
    TallFactor.addSparseRowTimes(passive, solution, size, matrix, rank, gradient);
    for (int t = 0; t < rank; t++) {
      double right = product[t] - l1;
      double scale = Math.fma(weight, roots[t], Math.abs(right));
      int pulls = gradient[t] - right >= -ROUNDING * scale ? inside[t] : 1;
      changes += pulls - inside[t];
      inside[t] = pulls;
    }
    for (int i = 0; i < size; i++) {
      int stays = solution[i] > 0 ? 1 : 0;
      changes += 1 - stays;
      inside[passive[i]] = stays;
    }
    return changes > 0;
  }

  private void write(int size, double[] w) {
    Arrays.fill(w, 0);
    for (int i = 0; i < size; i++) {
      w[passive[i]] = solution[i];
    }
  }
}
