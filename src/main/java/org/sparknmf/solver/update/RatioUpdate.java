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
  private final int width;

  /**
   * The rule for one of the factors.
   *
   * @param denominators where D is
   * @param width numbers in a row of terms
   */
  public RatioUpdate(RatioStep step, Denominators denominators, int width) {
    this.step = step;
    this.denominators = denominators;
    this.width = width;
  }

  @Override
  public double update(FactorRows rows, Workspace workspace) {
    int rank = workspace.rank();
    boolean own = denominators == Denominators.TERMS;
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
