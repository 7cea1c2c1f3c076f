package org.sparknmf.solver.loss;

import org.sparknmf.linalg.CellTerms;

/** Cells of (x - y)^2 / 2 where zeros count only through Gram matrices: a = x. */
final class SquaredCells implements CellTerms {
  private static final long serialVersionUID = 1L;

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
    System.arraycopy(values, from, first, from, to - from);
  }

  @Override
  public double addLoss(
      double[] values, double[] weights, double[] fitted, int from, int to, double sum) {
    return ObservedSquares.addSquares(values, weights, fitted, from, to, sum);
  }
}
