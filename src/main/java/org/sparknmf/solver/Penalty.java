package org.sparknmf.solver;

import java.io.Serializable;

/**
 * What is added to the loss for one factor F: l1 sum(F) + l2/2 ||F||^2.
 *
 * @param l1 weight of the sum
 * @param l2 weight of half the squares
 */
public record Penalty(double l1, double l2) implements Serializable {
  /** No penalty. */
  public static final Penalty NONE = new Penalty(0, 0);

  /** Whether nothing is charged. */
  public boolean isNone() {
    return l1 == 0 && l2 == 0;
  }

  /** The penalty of a factor with these statistics. */
  public double of(double[] statistics, int rank) {
    if (isNone()) {
      return 0;
    }
    return l1 * FactorStatistics.sum(statistics, rank)
        + l2 / 2 * FactorStatistics.squares(statistics, rank);
  }
}
