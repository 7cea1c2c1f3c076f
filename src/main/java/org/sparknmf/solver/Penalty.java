package org.sparknmf.solver;

import java.io.Serializable;

/**
 * What is added to the loss for one factor F: the sum over its rows f of l1 sum(f) + l2/2 ||f||^2,
 * that of a row times the number of its known cells where these count.
 *
 * @param l1 weight of the sum
 * @param l2 weight of half the squares
 * @param isCounted whether a row is charged for each of its known cells
 */
public record Penalty(double l1, double l2, boolean isCounted) implements Serializable {
  /** No penalty. */
  public static final Penalty NONE = new Penalty(0, 0);

  /** A penalty that is the same for all rows. */
  public Penalty(double l1, double l2) {
    this(l1, l2, false);
  }

  /** Whether nothing is charged. */
  public boolean isNone() {
    return l1 == 0 && l2 == 0;
  }

  /**
   * What a row is charged.
   *
   * @param known its known cells, each as often as it weighs
   */
  public Penalty ofRow(double known) {
    return isCounted ? new Penalty(l1 * known, l2 * known) : this;
  }

  /** The penalty of a factor with these statistics, which is the same for all rows. */
  public double of(double[] statistics, int rank) {
    if (isNone()) {
      return 0;
    }
    return l1 * FactorStatistics.sum(statistics, rank)
        + l2 / 2 * FactorStatistics.squares(statistics, rank);
  }
}
