package org.sparknmf.solver.update;

import org.sparknmf.solver.divergence.Denominators;
import org.sparknmf.solver.divergence.RatioStep;

/**
 * Multiplies each entry by a function of N and D, its gradient being D - N: the multiplicative
 * update of every loss but the plain Frobenius norm.
 */
public final class RatioUpdate implements UpdateRule {
  private static final long serialVersionUID = 1L;

  private final RatioStep step;
  private final Denominators denominators;

  public RatioUpdate(RatioStep step, Denominators denominators) {
    this.step = step;
    this.denominators = denominators;
  }

  @Override
  public double update(
      double[] factor,
      int firstRow,
      int rows,
      double[] terms,
      int termsRow,
      double[] statistics,
      Workspace workspace) {
    int rank = workspace.rank();
    boolean own = denominators == Denominators.TERMS;
    int width = own ? 2 * rank : rank;
    double[] from = own ? terms : statistics;
    for (int i = 0; i < rows; i++) {
      int f = (firstRow + i) * rank;
      int n = (termsRow + i) * width;
      int d = own ? n + rank : rank * rank;
      for (int c = 0; c < rank; c++) {
        factor[f + c] *= step.of(terms[n + c], from[d + c], factor[f + c]);
      }
    }
    return 0;
  }
}
