package org.sparknmf.solver.loss;

import java.util.Arrays;
import org.sparknmf.linalg.CellTerms;

/**
 * Cells that a fit does not see, beside a zero that stands in the place of each. Their terms are
 * those of what is fitted to them, less those of the zero; their loss is their own.
 *
 * @param terms what all cells mean: a is 0 where x is, and b does not depend on x
 * @param loss whose loss is that of a cell alone
 */
record UnseenCells(CellTerms terms, CellTerms loss) implements CellTerms {
  @Override
  public int outputs() {
    return terms.outputs();
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
    terms.coefficients(fitted, weights, fitted, from, to, first, second);
    if (outputs() > 1) {
      // The zero has brought b already.
      Arrays.fill(second, from, to, 0);
    }
  }

  @Override
  public double addLoss(
      double[] values, double[] weights, double[] fitted, int from, int to, double sum) {
    return loss.addLoss(values, weights, fitted, from, to, sum);
  }
}
