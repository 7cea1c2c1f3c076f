package org.sparknmf.solver.loss;

import org.sparknmf.linalg.CellTerms;

/** Cells of m (x - y)^2 / 2 over known cells, for ratios: a = m x, b = m y. */
public final class ObservedSquares implements CellTerms {
  private static final long serialVersionUID = 1L;

  @Override
  public int outputs() {
    return 2;
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
      double weight = weights == null ? 1 : weights[p];
      first[p] = weight * values[p];
      second[p] = weight * fitted[p];
    }
  }

  @Override
  public double addLoss(
      double[] values, double[] weights, double[] fitted, int from, int to, double sum) {
    return addSquares(values, weights, fitted, from, to, sum);
  }

  /** Adds m (x - y)^2 / 2 of each cell. */
  static double addSquares(
      double[] values, double[] weights, double[] fitted, int from, int to, double sum) {
    double total = sum;
    for (int p = from; p < to; p++) {
      double difference = values[p] - fitted[p];
      double half = weights == null ? 0.5 : weights[p] / 2;
      total = Math.fma(half * difference, difference, total);
    }
    return total;
  }
}
