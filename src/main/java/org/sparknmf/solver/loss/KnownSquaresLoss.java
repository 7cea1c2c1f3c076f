package org.sparknmf.solver.loss;

import java.util.OptionalDouble;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.NormalEquations;
import org.sparknmf.linalg.Precision;

/**
 * m (x - y)^2 / 2 over known cells. The terms of a row are the normal equations over its own known
 * cells, and these tell the loss: the sum of m x^2 / 2 less {@link NormalEquations#explained}.
 */
public final class KnownSquaresLoss extends SummedSquares {
  private static final long serialVersionUID = 1L;

  /**
   * The loss for one X.
   *
   * @param squaredNorm sum of m x^2
   * @param precision of its terms
   */
  public KnownSquaresLoss(double squaredNorm, Precision precision) {
    super(squaredNorm, precision);
  }

  @Override
  public int width(int rank) {
    return NormalEquations.width(rank);
  }

  @Override
  public void addRowTerms(
      MatrixBlock x, Factor w, int wRow, Factor ht, Factor terms, int termsRow) {
    x.addRowEquations(ht, terms, termsRow);
  }

  @Override
  public void addColumnTerms(
      MatrixBlock x, Factor w, int wRow, Factor ht, int fromColumn, int toColumn, Factor terms) {
    x.addColumnEquations(w, wRow, fromColumn, toColumn, terms);
  }

  @Override
  public double ofBlock(MatrixBlock x, Factor w, int wRow, Factor ht) {
    return x.loss(new SquaredCells(), w, wRow, ht);
  }

  @Override
  public double cross(Factor terms, int termsRow, int count, Factor factor, int row) {
    return NormalEquations.explained(terms, termsRow, count, factor, row);
  }

  @Override
  public OptionalDouble fromSums(
      double cross, double[] wStatistics, double[] htStatistics, int rank) {
    return OptionalDouble.of(Math.max(0, squaredNorm() / 2 - cross));
  }

  @Override
  public void gradient(FactorRows rows, int rank, double[] gradient) {
    NormalEquations.gradient(
        rows.factor(), rows.first(), rows.count(), rank, rows.terms(), rows.termsFirst(), gradient);
  }
}
