package org.sparknmf.solver.update;

import org.sparknmf.linalg.TallFactor;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.loss.FactorRows;

/**
 * F = F * P / (F G + l1 + l2 F) entry by entry: the multiplicative update for the Frobenius norm
 * (Lee and Seung, NIPS 2000, equation 4), with penalties as scikit-learn has them. The terms are P.
 *
 * <p>A denominator is zero only where F's row misses A altogether; its numerator is then zero too,
 * and so is the entry. No constant is added, so X scaled by c gives factors scaled by sqrt(c).
 */
public final class MultiplicativeUpdate implements UpdateRule {
  private static final long serialVersionUID = 1L;

  private final Penalty penalty;

  /** The rule without penalties. */
  public MultiplicativeUpdate() {
    this(Penalty.NONE);
  }

  /** The rule with the penalties of its factor. */
  public MultiplicativeUpdate(Penalty penalty) {
    this.penalty = penalty;
  }

  @Override
  public double update(FactorRows rows, Workspace workspace) {
    int rank = workspace.rank();
    double[] factor = rows.factor();
    double[] denominators = workspace.rows();
    for (int i = 0; i < rows.count(); i += workspace.mostRows()) {
      int count = Math.min(workspace.mostRows(), rows.count() - i);
      int at = rows.first() + i;
      TallFactor.timesSquare(factor, at, count, rank, rows.statistics(), denominators);
      addPenalty(factor, at * rank, denominators, count * rank);
      TallFactor.scaleByRatio(
          factor, at, count, rank, rows.terms(), rows.termsFirst() + i, denominators);
    }
    return 0;
  }

  private void addPenalty(double[] factor, int from, double[] denominators, int length) {
    if (penalty.isNone()) {
      return;
    }
    for (int p = 0; p < length; p++) {
      denominators[p] += Math.fma(penalty.l2(), factor[from + p], penalty.l1());
    }
  }
}
