package org.sparknmf.solver.update;

import java.io.Serializable;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.NormalEquations;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.loss.FactorRows;
import org.sparknmf.solver.loss.Loss;

/**
 * How far a factor is from the conditions of Karush, Kuhn and Tucker: the sum over its entries of
 * |min(0, g)| where the entry is 0, else |g|, for the gradient g of loss and penalty.
 */
public final class ProjectedGradient implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int WINDOW = 64;

  private final Loss loss;
  private final Penalty penalty;

  /** The measure for one of the factors. */
  public ProjectedGradient(Loss loss, Penalty penalty) {
    this.loss = loss;
    this.penalty = penalty;
  }

  /**
   * The sum over some rows, in order.
   *
   * @param factor F, not modified
   * @param terms of F's rows, not modified
   * @param termsRow row of the terms that belongs to {@code firstRow}
   * @param statistics of the other factor, not modified
   */
  public double of(
      Factor factor, int firstRow, int rows, Factor terms, int termsRow, double[] statistics) {
    int rank = factor.rank();
    double[] f = new double[WINDOW * rank];
    double[] t = new double[WINDOW * terms.rank()];
    double[] gradient = new double[WINDOW * rank];
    double sum = 0;
    for (int i = 0; i < rows; i += WINDOW) {
      int count = Math.min(WINDOW, rows - i);
      factor.read(firstRow + i, count, f);
      terms.read(termsRow + i, count, t);
      loss.gradient(FactorRows.all(f, count, t, statistics), rank, gradient);
      for (int row = 0; row < count; row++) {
        Penalty charge = penalty.isCounted() ? ofRow(t, row, rank) : penalty;
        for (int p = row * rank; p < (row + 1) * rank; p++) {
          double g = gradient[p] + Math.fma(charge.l2(), f[p], charge.l1());
          sum += f[p] == 0 ? Math.max(0, -g) : Math.abs(g);
        }
      }
    }
    return sum;
  }

  private Penalty ofRow(double[] terms, int row, int rank) {
    int at = row * NormalEquations.width(rank);
    return penalty.ofRow(NormalEquations.count(terms, at, rank));
  }
}
