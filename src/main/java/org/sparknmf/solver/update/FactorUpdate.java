package org.sparknmf.solver.update;

import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.loss.FactorRows;

/**
 * Applies a rule to rows of a factor: where they are, or widened to doubles some rows at a time.
 */
public final class FactorUpdate {
  private FactorUpdate() {}

  /**
   * Improves some rows.
   *
   * @param rule how
   * @param factor F, modified in the rows named
   * @param firstRow first row to improve
   * @param rows how many
   * @param terms what the pass over X has brought, not modified
   * @param termsRow row of the terms that belongs to {@code firstRow}
   * @param statistics of the other factor, not modified
   * @return the violation that the rule has met
   */
  public static double apply(
      UpdateRule rule,
      Factor factor,
      int firstRow,
      int rows,
      Factor terms,
      int termsRow,
      double[] statistics) {
    Workspace workspace = new Workspace(factor.rank());
    if (factor instanceof DoubleFactor doubles) {
      double[] numbers = ((DoubleFactor) terms).entries();
      return rule.update(
          new FactorRows(doubles.entries(), firstRow, rows, numbers, termsRow, statistics),
          workspace);
    }
    double[] wideFactor = new double[workspace.mostRows() * factor.rank()];
    double[] wideTerms = new double[workspace.mostRows() * terms.rank()];
    double violation = 0;
    for (int i = 0; i < rows; i += workspace.mostRows()) {
      int count = Math.min(workspace.mostRows(), rows - i);
      factor.read(firstRow + i, count, wideFactor);
      terms.read(termsRow + i, count, wideTerms);
      violation += rule.update(FactorRows.all(wideFactor, count, wideTerms, statistics), workspace);
      factor.write(firstRow + i, count, wideFactor);
    }
    return violation;
  }
}
