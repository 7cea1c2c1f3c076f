package org.sparknmf.solver.loop;

import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.FitProgress;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.update.Rules;

/**
 * The alternation where H' is held in this JVM and both factors have momentum. An iteration ends
 * with the terms of H for the W and the H that it came to; they tell the loss, and the next
 * iteration begins with the H that follows from them:
 *
 * <pre>
 *   H_next = H improved by the terms at (W, H)
 *   H~ = H_next beyond the H_next before     W~ = (W beyond the W before) improved against H~
 *   the terms and the loss at (W~, H~)
 * </pre>
 *
 * <p>The H before is an H_next.
 */
final class HeldPair extends HeldMomentum {
  /** H' improved, known until it is used; null where it is to be made from the sums. */
  private Factor next;

  HeldPair(RowSide rows, Factor ht, Rules rules, MatrixSummary x) {
    super(rows, ht, rules, x);
  }

  @Override
  public FitProgress iterate() {
    FitProgress reached = attempt(0);
    keep();
    return reached;
  }

  /** The sums, as large as H, must not wait in memory for the new ones. */
  @Override
  public FitProgress attempt(double weight) {
    Factor following = next == null ? improved().ht() : next;
    begin(following);
    ht = weight > 0 ? beyond(following, before, weight) : following;
    before = null;
    next = null;
    sums = null;
    statistics = columns.statistics(ht);
    sums = rows.attempt(ht, statistics, weight);
    return ledger.progress(this);
  }

  @Override
  public void takeBack() {
    next = begun();
    super.takeBack();
  }

  @Override
  public void remap(FactorMap rowMap, FactorMap columnMap) {
    next = null;
    super.remap(rowMap, columnMap);
  }
}
