package io.github.sparknmf.solver;

import io.github.sparknmf.linalg.TallFactor;

/**
 * F = F * P / (F G) entry by entry: the multiplicative update for the Frobenius norm (Lee and
 * Seung, NIPS 2000, equation 4).
 *
 * <p>A denominator is zero only where F's row misses A altogether; its numerator is then zero too,
 * and so is the entry. No constant is added, so X scaled by c gives factors scaled by sqrt(c).
 */
public final class MultiplicativeUpdate implements UpdateRule {
  private static final long serialVersionUID = 1L;

  @Override
  public void update(
      double[] factor,
      int firstRow,
      int rows,
      double[] product,
      int productRow,
      double[] gram,
      Workspace workspace) {
    int rank = workspace.rank();
    double[] denominators = workspace.rows();
    for (int i = 0; i < rows; i += workspace.mostRows()) {
      int count = Math.min(workspace.mostRows(), rows - i);
      TallFactor.timesSquare(factor, firstRow + i, count, rank, gram, denominators);
      TallFactor.scaleByRatio(
          factor, firstRow + i, count, rank, product, productRow + i, denominators);
    }
  }
}
