package io.github.sparknmf.solver;

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
  private final double[] solution;
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
    this.solution = new double[rank];
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

  /** The lower triangle of the passive rows and columns; the diagonal holds reciprocals. */
  private boolean factorize(int size) {
    for (int i = 0; i < size; i++) {
      int row = passive[i] * rank;
      for (int j = 0; j < i; j++) {
        double sum = matrix[row + passive[j]];
        for (int p = 0; p < j; p++) {
          sum = Math.fma(-triangle[i * rank + p], triangle[j * rank + p], sum);
        }
        triangle[i * rank + j] = sum * triangle[j * rank + j];
      }
      double diagonal = matrix[row + passive[i]];
      double pivot = diagonal;
      for (int p = 0; p < i; p++) {
        pivot = Math.fma(-triangle[i * rank + p], triangle[i * rank + p], pivot);
      }
      if (!(pivot > SINGULAR * diagonal)) {
        return false;
      }
      triangle[i * rank + i] = 1 / Math.sqrt(pivot);
    }
    return true;
  }

  private void substitute(int size, double[] product) {
    for (int i = 0; i < size; i++) {
      double sum = product[passive[i]] - l1;
      for (int p = 0; p < i; p++) {
        sum = Math.fma(-triangle[i * rank + p], solution[p], sum);
      }
      solution[i] = sum * triangle[i * rank + i];
    }
    weight = 0;
    for (int i = size - 1; i >= 0; i--) {
      double sum = solution[i];
      for (int p = i + 1; p < size; p++) {
        sum = Math.fma(-triangle[p * rank + i], solution[p], sum);
      }
      solution[i] = sum * triangle[i * rank + i];
      weight = Math.fma(Math.abs(solution[i]), roots[passive[i]], weight);
    }
  }

  /** Moves all components that violate to the other side; whether there were any. */
  private boolean exchange(int size, double[] product) {
    boolean any = false;
    for (int i = 0; i < size; i++) {
      if (!(solution[i] > 0)) {
        isPassive[passive[i]] = false;
        any = true;
      }
    }
    int next = 0;
    for (int t = 0; t < rank; t++) {
      if (next < size && passive[next] == t) {
        next++;
      } else if (violates(t, size, product)) {
        isPassive[t] = true;
        any = true;
      }
    }
    return any;
  }

  private boolean violates(int t, int size, double[] product) {
    double right = product[t] - l1;
    double gradient = -right;
    for (int i = 0; i < size; i++) {
      gradient = Math.fma(matrix[t * rank + passive[i]], solution[i], gradient);
    }
    double scale = Math.fma(weight, roots[t], Math.abs(right));
    return !(gradient >= -ROUNDING * scale);
  }

  private void write(int size, double[] w) {
    Arrays.fill(w, 0);
    for (int i = 0; i < size; i++) {
      w[passive[i]] = solution[i];
    }
  }
}
