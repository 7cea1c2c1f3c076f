package org.sparknmf.solver.loss;

import java.util.OptionalDouble;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.Precision;
import org.sparknmf.linalg.TallFactor;
import org.sparknmf.solver.FactorStatistics;

/**
 * ||X - WH||^2 / 2 with every cell known. The terms are the products X H' and X'W, and these tell
 * the loss: (||X||^2 - 2 trace((X'W)'H') + trace(W'W HH')) / 2, never below 0.
 */
public final class FrobeniusLoss extends SummedSquares {
  private static final long serialVersionUID = 1L;

  /**
   * The loss for one X.
   *
   * @param squaredNorm ||X||^2
   * @param precision of its products
   */
  public FrobeniusLoss(double squaredNorm, Precision precision) {
    super(squaredNorm, precision);
  }

  @Override
  public int width(int rank) {
    return rank;
  }

  @Override
  public void addRowTerms(
      MatrixBlock x, Factor w, int wRow, Factor ht, Factor terms, int termsRow) {
    x.addTimes(ht, terms, termsRow);
  }

  @Override
  public void addColumnTerms(
      MatrixBlock x, Factor w, int wRow, Factor ht, int fromColumn, int toColumn, Factor terms) {
    x.addTransposedTimes(w, wRow, fromColumn, toColumn, terms);
  }

  @Override
  public double ofBlock(MatrixBlock x, Factor w, int wRow, Factor ht) {
    return new Residual(ht).ofBlock(x, w, wRow) / 2;
  }

  @Override
  public OptionalDouble fromSums(
      double cross, double[] wStatistics, double[] htStatistics, int rank) {
    double model = FactorStatistics.model(wStatistics, htStatistics, rank);
    return OptionalDouble.of(Math.max(0, squaredNorm() - 2 * cross + model) / 2);
  }

  @Override
  public void gradient(FactorRows rows, int rank, double[] gradient) {
    TallFactor.timesSquare(
        rows.factor(), rows.first(), rows.count(), rank, rows.statistics(), gradient);
    for (int p = 0; p < rows.count() * rank; p++) {
      gradient[p] -= rows.terms()[rows.termsFirst() * rank + p];
    }
  }
}
