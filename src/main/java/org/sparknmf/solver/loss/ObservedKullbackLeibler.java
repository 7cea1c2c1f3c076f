package org.sparknmf.solver.loss;

import org.sparknmf.linalg.CellTerms;

/** Cells of the Kullback-Leibler divergence over known cells: a = m x / y, b = m. */
public record ObservedKullbackLeibler(double floor) implements CellTerms {
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
      first[p] = weight * values[p] / Math.max(fitted[p], floor);
      second[p] = weight;
    }
  }

  @Override
  public double addLoss(
      double[] values, double[] weights, double[] fitted, int from, int to, double sum) {
    double total = sum;
    for (int p = from; p < to; p++) {
      double x = values[p];
      double y = Math.max(fitted[p], floor);
      double loss = (x > 0 ? KullbackLeiblerCells.excess(x, y) : 0) + y;
      total += weights == null ? loss : weights[p] * loss;
    }
    return total;
  }
}
