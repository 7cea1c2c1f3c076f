package org.sparknmf.solver.loss;

import java.util.OptionalDouble;
import org.sparknmf.linalg.CellTerms;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.MatrixSummary;

/**
 * The sum of x ln(x / y) - x + y over all cells. Zeros cost nothing: the sum of all y is that of
 * the products of column sums, and so are the denominators of an update. The terms are N = (X / Y)
 * H' and (X / Y)' W.
 */
public final class KullbackLeiblerLoss extends CellwiseLoss {
  private static final long serialVersionUID = 1L;

  private final double floor;

  /**
   * The loss for one X.
   *
   * @param floor the least fitted value of a cell that is not zero
   * @param tells whether the terms of H tell the loss
   */
  public KullbackLeiblerLoss(double floor, boolean tells) {
    super(cells(new KullbackLeiblerCells(floor), tells));
    this.floor = floor;
  }

  /** A cell alone also loses its fitted value, which the loss of all has from sums. */
  @Override
  public CellTerms unseen() {
    return new UnseenCells(new KullbackLeiblerCells(floor), new ObservedKullbackLeibler(floor));
  }

  /** The floor of y may lift a hopeless fit above what the sums say: never below 0. */
  @Override
  public double complete(double sum, double[] wStatistics, double[] htStatistics, int rank) {
    return Math.max(0, sum + FactorStatistics.modelSum(wStatistics, htStatistics, rank));
  }

  @Override
  public double ofConstant(double cells, double value, MatrixSummary x) {
    return Math.max(0, cells + value * x.rows() * x.columns());
  }

  @Override
  public OptionalDouble yardstick() {
    return OptionalDouble.empty();
  }

  @Override
  public void gradient(FactorRows rows, int rank, double[] gradient) {
    int width = width(rank);
    for (int i = 0; i < rows.count(); i++) {
      for (int c = 0; c < rank; c++) {
        double sum = FactorStatistics.columnSum(rows.statistics(), rank, c);
        gradient[i * rank + c] = sum - rows.terms()[(rows.termsFirst() + i) * width + c];
      }
    }
  }
}
