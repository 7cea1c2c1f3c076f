package org.sparknmf.solver.update;

import java.util.BitSet;
import org.sparknmf.solver.loss.FactorRows;

/**
 * A rule that leaves some components as they are: it gives back their entries after the inner rule.
 *
 * <p>That is allowed for multiplicative updates alone. They minimise a majorizer that is a sum of
 * functions of one entry each and touches the objective at F as it stands (Lee and Seung, NIPS
 * 2000; Fevotte and Idier, Neural Computation 23, 2011): whatever subset of the entries takes its
 * step, the majorizer does not rise, and neither does the objective. The inner rule must therefore
 * take one step from F; a second one would start from entries that are held no more, so that
 * repetition belongs outside.
 *
 * <p>Where the inner rule or {@link ProjectedGradient} tells a violation, it counts held entries as
 * if they could move.
 */
public final class HeldComponents implements UpdateRule {
  private static final long serialVersionUID = 1L;

  private final UpdateRule rule;
  private final int[] held;

  private HeldComponents(UpdateRule rule, int[] held) {
    this.rule = rule;
    this.held = held;
  }

  /**
   * The rule itself where nothing is held.
   *
   * @param rule multiplicative, one step
   * @param held components that stay as they are, not modified
   */
  public static UpdateRule of(UpdateRule rule, BitSet held) {
    return held.isEmpty() ? rule : new HeldComponents(rule, held.stream().toArray());
  }

  /** Rows do not see each other, so that they may be improved some at a time. */
  @Override
  public double update(FactorRows rows, Workspace workspace) {
    int rank = workspace.rank();
    double[] kept = workspace.heldEntries();
    double violation = 0;
    double[] factor = rows.factor();
    for (int i = 0; i < rows.count(); i += workspace.mostRows()) {
      FactorRows some = rows.window(i, workspace.mostRows());
      for (int l = 0, p = 0; l < some.count(); l++) {
        for (int component : held) {
          kept[p++] = factor[(some.first() + l) * rank + component];
        }
      }
      violation += rule.update(some, workspace);
      for (int l = 0, p = 0; l < some.count(); l++) {
        for (int component : held) {
          factor[(some.first() + l) * rank + component] = kept[p++];
        }
      }
    }
    return violation;
  }
}
