package org.sparknmf.linalg;

import java.io.Serializable;

/**
 * What single cells mean to a loss. For a cell with value x, weight m and fitted value y = w_i h_j
 * the terms of row i gain a h_j and, where there are two outputs, b h_j; those of column j gain a
 * w_i and b w_i.
 */
public interface CellTerms extends Serializable {

  /** How many coefficients a cell has: 1 (a) or 2 (a and b). */
  int outputs();

  /** Whether cells that are not stored, which are zeros, count too: then every one is visited. */
  default boolean everyCell() {
    return false;
  }

  /**
   * Whether the terms of a column end with one number more: the sum of what its cells lose, rows
   * ascending.
   */
  default boolean tellsLoss() {
    return false;
  }

  /**
   * The coefficients of the cells {@code from <= p < to}.
   *
   * @param values x, not modified
   * @param weights m, not modified; null where all are 1
   * @param fitted y, not modified
   * @param first a, overwritten
   * @param second b, overwritten where there are two outputs
   */
  void coefficients(
      double[] values,
      double[] weights,
      double[] fitted,
      int from,
      int to,
      double[] first,
      double[] second);

  /**
   * Adds what the cells {@code from <= p < to} lose, in order.
   *
   * @param sum what was lost before
   * @return the sum with them
   */
  double addLoss(double[] values, double[] weights, double[] fitted, int from, int to, double sum);
}
