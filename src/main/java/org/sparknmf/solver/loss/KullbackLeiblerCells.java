package org.sparknmf.solver.loss;

import org.sparknmf.linalg.CellTerms;

/** Cells of the Kullback-Leibler divergence where zeros count only through sums. */
record KullbackLeiblerCells(double floor) implements CellTerms {
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
      first[p] = values[p] / Math.max(fitted[p], floor);
    }
  }

  @Override
  public double addLoss(
      double[] values, double[] weights, double[] fitted, int from, int to, double sum) {
    double total = sum;
    for (int p = from; p < to; p++) {
      double x = values[p];
      if (x > 0) {
        total += excess(x, Math.max(fitted[p], floor));
      }
    }
    return total;
  }

  /** x ln(x / y) - x for a positive x; one so small that x / y is no number counts as zero. */
  static double excess(double x, double y) {
    double ratio = x / y;
    return ratio > 0 ? x * Logarithm.of(ratio) - x : 0;
  }
}
