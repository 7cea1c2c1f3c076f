package org.sparknmf.solver.loss;

import org.sparknmf.linalg.CellTerms;

/** Cells whose terms of a column also tell what the column loses. */
final class TellingCells implements CellTerms {
  private static final long serialVersionUID = 1L;

  private final CellTerms cells;

  TellingCells(CellTerms cells) {
    this.cells = cells;
  }

  @Override
  public int outputs() {
    return cells.outputs();
  }

  @Override
  public boolean everyCell() {
    return cells.everyCell();
  }

  @Override
  public boolean tellsLoss() {
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
    cells.coefficients(values, weights, fitted, from, to, first, second);
  }

  @Override
  public double addLoss(
      double[] values, double[] weights, double[] fitted, int from, int to, double sum) {
    return cells.addLoss(values, weights, fitted, from, to, sum);
  }
}
