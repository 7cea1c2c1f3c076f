package io.github.sparknmf.solver;

import io.github.sparknmf.linalg.TallFactor;
import java.util.Arrays;

/**
 * Block principal pivoting for one row that begins near its answer, without the safeguards of
 * {@link BlockPivoting}: where a few exchanges of all that violates do not end, it gives up.
 */
final class RowPivoting {
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
  private final boolean[] isPassive;
  private double weight;

  /**
   * For rows that share a matrix.
   *
   * @param gram G (k x k), not modified
   */
  RowPivoting(double[] gram, int rank, Penalty penalty) {
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
    this.isPassive = new boolean[rank];
  }

  /**
   * Minimises 1/2 w (G + l2 I) w' - (p - l1) w' over non-negative w.
   *
   * @param w where to begin: its positive entries are the first passive set; the answer afterwards,
   *     unless it gives up
   * @param product p, not modified
   * @return whether w is the answer
   */
  boolean solve(double[] w, double[] product) {
    for (int t = 0; t < rank; t++) {
      isPassive[t] = w[t] > 0;
    }
    for (int round = 0; round < ROUNDS; round++) {
      int size = list();
      if (!factorize(size)) {
        return false;
      }
      substitute(size, product);
      if (!exchange(size, product)) {
        write(size, w);
        return true;
      }
    }
    return false;
  }

  private int list() {
    int size = 0;
    for (int t = 0; t < rank; t++) {
      if (isPassive[t]) {
        passive[size++] = t;
      }
    }
    return size;
  }

  /**
   * L D L' of the passive rows and columns: below the diagonal L, above it the transpose of L D;
   * the reciprocals of D apart.
   */
  private boolean factorize(int size) {
    double[] lower = triangle;
    for (int i = 0; i < size; i++) {
      int row = passive[i] * rank;
      int at = i * rank;
      double diagonal = matrix[row + passive[i]];
      double pivot = diagonal;
      for (int j = 0; j < i; j++) {
        double sum = matrix[row + passive[j]];
        for (int p = 0; p < j; p++) {
          sum = Math.fma(-lower[p * rank + i], lower[j * rank + p], sum);
        }
        lower[j * rank + i] = sum;
        lower[at + j] = sum * pivots[j];
        pivot = Math.fma(-sum, lower[at + j], pivot);
      }
      if (!(pivot > SINGULAR * diagonal)) {
        return false;
      }
      pivots[i] = 1 / pivot;
    }
    return true;
  }

  private void substitute(int size, double[] product) {
    for (int i = 0; i < size; i++) {
      double sum = product[passive[i]] - l1;
      for (int p = 0; p < i; p++) {
        sum = Math.fma(-triangle[i * rank + p], solution[p], sum);
      }
      solution[i] = sum;
    }
    weight = 0;
    for (int i = size - 1; i >= 0; i--) {
      double sum = solution[i] * pivots[i];
      for (int p = i + 1; p < size; p++) {
        sum = Math.fma(-triangle[p * rank + i], solution[p], sum);
      }
      solution[i] = sum;
      weight = Math.fma(Math.abs(sum), roots[passive[i]], weight);
    }
  }

  /** Moves all components that violate to the other side; whether there were any. */
  private boolean exchange(int size, double[] product) {
    boolean any = false;
    Arrays.fill(gradient, 0);
    TallFactor.addSparseRowTimes(passive, solution, size, matrix, rank, gradient);
    for (int t = 0; t < rank; t++) {
      double right = product[t] - l1;
      double scale = Math.fma(weight, roots[t], Math.abs(right));
      if (!isPassive[t] && !(gradient[t] - right >= -ROUNDING * scale)) {
        isPassive[t] = true;
        any = true;
      }
    }
    for (int i = 0; i < size; i++) {
      if (!(solution[i] > 0)) {
        isPassive[passive[i]] = false;
        any = true;
      }
    }
    return any;
  }

  private void write(int size, double[] w) {
    Arrays.fill(w, 0);
    for (int i = 0; i < size; i++) {
      w[passive[i]] = solution[i];
    }
  }
}
