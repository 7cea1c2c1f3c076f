package org.sparknmf.solver.loss;

import java.util.OptionalDouble;
import org.sparknmf.linalg.CellTerms;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;

/**
 * A loss that is a sum over cells, each of which needs its fitted value y = w_i h_j; WH is never
 * formed. What a cell adds to the terms, and what those mean, is for subclasses to say.
 */
abstract class CellwiseLoss implements Loss {
  private static final long serialVersionUID = 1L;

  private final CellTerms cells;

  CellwiseLoss(CellTerms cells) {
    this.cells = cells;
  }

  /** The cells, which tell their loss with the terms of a column or not. */
  static CellTerms cells(CellTerms cells, boolean tells) {
    return tells ? new TellingCells(cells) : cells;
  }

  @Override
  public int width(int rank) {
    return cells.outputs() * rank + (cells.tellsLoss() ? 1 : 0);
  }

  @Override
  public boolean isToldByTerms() {
    return cells.tellsLoss();
  }

  @Override
  public double told(Factor terms, int firstRow, int rows) {
    double sum = 0;
    int last = terms.rank() - 1;
    for (int j = firstRow; j < firstRow + rows; j++) {
      sum += terms.get(j, last);
    }
    return sum;
  }

  @Override
  public boolean needsBothFactors() {
    return true;
  }

  @Override
  public boolean everyCell() {
    return cells.everyCell();
  }

  @Override
  public void addRowTerms(
      MatrixBlock x, Factor w, int wRow, Factor ht, Factor terms, int termsRow) {
    x.addRowTerms(cells, w, wRow, ht, terms, termsRow);
  }

  @Override
  public void addColumnTerms(
      MatrixBlock x, Factor w, int wRow, Factor ht, int fromColumn, int toColumn, Factor terms) {
    x.addColumnTerms(cells, w, wRow, ht, fromColumn, toColumn, terms);
  }

  @Override
  public double ofBlock(MatrixBlock x, Factor w, int wRow, Factor ht) {
    return x.loss(cells, w, wRow, ht);
  }

  @Override
  public CellTerms unseen() {
    return new UnseenCells(cells, cells);
  }

  @Override
  public OptionalDouble fromSums(
      double cross, double[] wStatistics, double[] htStatistics, int rank) {
    return OptionalDouble.empty();
  }

  @Override
  public boolean isCancelled(double loss) {
    return false;
  }
}
