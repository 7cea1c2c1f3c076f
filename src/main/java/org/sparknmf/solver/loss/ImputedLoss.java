package org.sparknmf.solver.loss;

import java.util.OptionalDouble;
import org.sparknmf.linalg.CellTerms;

/**
 * m (x - y)^2 / 2 over known cells, for rules that want a Gram matrix. With weights scaled to at
 * most 1, the loss lies nowhere above ||Z - WH||^2 / 2 for the Z that has m x + (1 - m) y_old in
 * each cell, and touches it at the old factors (Zhang, Wang, Ford and Makedon, SDM 2006). The terms
 * are the residual's: R = (M (X - Y)) H', so that Z H' = R + F G.
 */
public final class ImputedLoss extends CellwiseLoss {
  private static final long serialVersionUID = 1L;

  private final double largestWeight;
  private final double yardstick;

  /**
   * The loss for one X.
   *
   * @param largestWeight by which weights are divided in the terms
   * @param yardstick sum of m x^2 / 2
   */
  public ImputedLoss(double largestWeight, double yardstick) {
    super(new ResidualCells(largestWeight));
    this.largestWeight = largestWeight;
    this.yardstick = yardstick;
  }

  @Override
  public OptionalDouble yardstick() {
    return OptionalDouble.of(yardstick);
  }

  @Override
  public void gradient(FactorRows rows, int rank, double[] gradient) {
    for (int p = 0; p < rows.count() * rank; p++) {
      gradient[p] = -largestWeight * rows.terms()[rows.termsFirst() * rank + p];
    }
  }

  /** Cells with a = m (x - y) / m_max. */
  private record ResidualCells(double largestWeight) implements CellTerms {
    @Override
    public int outputs() {
      return 1;
    }

    @Override
    public void coefficients(
        double[] values,
        double[] weights,
        double[] fitted,
        int from,
        int to,
        double[] first,
        double[] second) {
      for (int p = from; p < to; p++) {
        double weight = (weights == null ? 1 : weights[p]) / largestWeight;
        first[p] = weight * (values[p] - fitted[p]);
      }
    }

    @Override
    public double addLoss(
        double[] values, double[] weights, double[] fitted, int from, int to, double sum) {
      return ObservedSquares.addSquares(values, weights, fitted, from, to, sum);
    }
  }
}
