package org.sparknmf.solver.update;

import org.sparknmf.solver.loss.FactorRows;

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

  /** Improves some rows at a time, so that they stay in the cache while they are improved. */
  @Override
  public double update(FactorRows rows, Workspace workspace) {
    double violation = 0;
    for (int i = 0; i < rows.count(); i += workspace.mostRows()) {
      FactorRows some = rows.window(i, workspace.mostRows());
      violation += rule.update(some, workspace);
      for (int time = 1; time < times; time++) {
        rule.update(some, workspace);
      }
    }
    return violation;
  }
}
