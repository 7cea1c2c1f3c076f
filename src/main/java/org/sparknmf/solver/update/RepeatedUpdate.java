package org.sparknmf.solver.update;

/**
 * A rule applied several times in a row while terms and statistics stay fixed: the product with X,
 * most of an iteration's cost, is used more than once (Gillis and Glineur, Neural Computation 24,
 * 2012).
 */
public final class RepeatedUpdate implements UpdateRule {
  private static final long serialVersionUID = 1L;

  private final UpdateRule rule;
  private final int times;

  private RepeatedUpdate(UpdateRule rule, int times) {
    this.rule = rule;
    this.times = times;
  }

  /** The rule itself where once is enough. */
  public static UpdateRule of(UpdateRule rule, int times) {
    return times == 1 ? rule : new RepeatedUpdate(rule, times);
  }

  /** Some rows at a time, so that they stay in the cache while they are improved. */
  @Override
  public double update(
      double[] factor,
      int firstRow,
      int rows,
      double[] terms,
      int termsRow,
      double[] statistics,
      Workspace workspace) {
    double violation = 0;
    for (int i = 0; i < rows; i += workspace.mostRows()) {
      int count = Math.min(workspace.mostRows(), rows - i);
      int at = firstRow + i;
      violation += rule.update(factor, at, count, terms, termsRow + i, statistics, workspace);
      for (int time = 1; time < times; time++) {
        rule.update(factor, at, count, terms, termsRow + i, statistics, workspace);
      }
    }
    return violation;
  }
}
