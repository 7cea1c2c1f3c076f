package org.sparknmf.solver.update;

import org.sparknmf.solver.divergence.Denominators;
import org.sparknmf.solver.divergence.RatioStep;
import org.sparknmf.solver.loss.FactorRows;

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
  public double update(FactorRows rows, Workspace workspace) {
    int rank = workspace.rank();
    boolean own = denominators == Denominators.TERMS;
    int width = own ? 2 * rank : rank;
    double[] factor = rows.factor();
    double[] terms = rows.terms();
    double[] from = own ? terms : rows.statistics();
    for (int i = 0; i < rows.count(); i++) {
      int f = (rows.first() + i) * rank;
      int n = (rows.termsFirst() + i) * width;
      int d = own ? n + rank : rank * rank;
      for (int c = 0; c < rank; c++) {
        factor[f + c] *= step.of(terms[n + c], from[d + c], factor[f + c]);
      }
    }
    return 0;
  }
}
