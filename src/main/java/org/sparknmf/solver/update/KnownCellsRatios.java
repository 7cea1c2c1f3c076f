package org.sparknmf.solver.update;

import java.util.BitSet;
import org.sparknmf.linalg.NormalEquations;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.loss.FactorRows;

/**
 * Multiplicative updates f = f * p / (f (G + l2 I) + l1) where each row has normal equations of its
 * own, those of its known cells: the update of {@link RatioUpdate} for squares, whose denominators
 * can be made again without a pass over X, so that it is repeated (Gillis and Glineur, Neural
 * Computation 24, 2012).
 */
public final class KnownCellsRatios implements UpdateRule {
  private static final long serialVersionUID = 1L;

  private final Penalty penalty;
  private final int times;
  private final BitSet held;

  /**
   * The rule for one of the factors.
   *
   * @param times how many updates, at least 1
   * @param held components that stay as they are, not modified
   */
  public KnownCellsRatios(Penalty penalty, int times, BitSet held) {
    this.penalty = penalty;
    this.times = times;
    this.held = (BitSet) held.clone();
  }

  @Override
  public double update(FactorRows rows, Workspace workspace) {
    int rank = workspace.rank();
    int width = NormalEquations.width(rank);
    double[] gram = new double[rank * rank];
    double[] denominators = new double[rank];
    for (int i = 0; i < rows.count(); i++) {
      int f = (rows.first() + i) * rank;
      int at = (rows.termsFirst() + i) * width;
      Penalty charge = penalty.ofRow(NormalEquations.count(rows.terms(), at, rank));
      NormalEquations.gram(rows.terms(), at, rank, charge.l2(), gram);
      for (int time = 0; time < times; time++) {
        multiply(rows.factor(), f, rows.terms(), at, gram, charge.l1(), denominators);
      }
    }
    return 0;
  }

  /** All components of a row at once. */
  private void multiply(
      double[] factor,
      int f,
      double[] terms,
      int at,
      double[] gram,
      double l1,
      double[] denominators) {
    int rank = denominators.length;
    for (int t = 0; t < rank; t++) {
      double sum = l1;
      for (int r = 0; r < rank; r++) {
        sum = Math.fma(gram[t * rank + r], factor[f + r], sum);
      }
      denominators[t] = sum;
    }
    for (int t = 0; t < rank; t++) {
      if (!held.get(t)) {
        factor[f + t] = scaled(factor[f + t], terms[at + t], denominators[t]);
      }
    }
  }

  /** A denominator is zero only where the entry is, or nothing is known: then it becomes zero. */
  private static double scaled(double entry, double numerator, double denominator) {
    return denominator > 0 ? entry * numerator / denominator : 0;
  }
}
