package org.sparknmf.solver.loss;

import org.sparknmf.linalg.CellTerms;

/**
 * Cells of the beta-divergence, zeros included: a = x y^(beta - 2), b = y^(beta - 1). Their loss is
 * x/y - ln(x/y) - 1 for beta = 0 and (x^beta + (beta - 1) y^beta - beta x y^(beta - 1)) / (beta
 * (beta - 1)) for a beta other than 0 and 1 (Fevotte and Idier, Neural Computation 23, 2011).
 */
public final class BetaCells implements CellTerms {
  private static final long serialVersionUID = 1L;

  private final double beta;
  private final double floor;
  private final Power power;
  private final Power ofValues;

  /**
   * Cells for a beta other than 1.
   *
   * @param floor the least fitted value; 0 for an all-zero X, whose zero fit costs nothing
   */
  public BetaCells(double beta, double floor) {
    this.beta = beta;
    this.floor = floor;
    this.power = new Power(beta - 2);
    this.ofValues = new Power(beta);
  }

  @Override
  public int outputs() {
    return 2;
  }

  @Override
  public boolean everyCell() {
    return true;
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
      double y = Math.max(fitted[p], floor);
      double raised = raised(y);
      first[p] = values[p] * raised;
      second[p] = y * raised;
    }
  }

  @Override
  public double addLoss(
      double[] values, double[] weights, double[] fitted, int from, int to, double sum) {
    double total = sum;
    for (int p = from; p < to; p++) {
      total += loss(values[p], Math.max(fitted[p], floor));
    }
    return total;
  }

  private double raised(double y) {
    return y > 0 ? power.of(y) : 0;
  }

  private double loss(double x, double y) {
    if (beta == 0) {
      double ratio = x / y;
      double logarithm = ratio > 0 ? Logarithm.of(ratio) : Logarithm.of(x) - Logarithm.of(y);
      return ratio - logarithm - 1;
    }
    double raised = raised(y) * y;
    double own = x > 0 ? ofValues.of(x) : 0;
    return (own + (beta - 1) * raised * y - beta * x * raised) / (beta * (beta - 1));
  }
}
