package org.sparknmf.solver.loop;

import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FitProgress;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.update.Rules;

/** The alternation where H' is held in this JVM, and has momentum alone if there is any. */
public final class HeldColumns extends HeldMomentum {
  private final UpdateOrder order;

  /**
   * An alternation that has started nothing yet.
   *
   * @param rows holds X and the start value of W; holds the final W afterwards
   * @param ht start value of H' (n x k), not modified
   * @param rules what is minimised and how
   * @param order which factor comes first
   * @param x what is known of X
   */
  public HeldColumns(RowSide rows, Factor ht, Rules rules, UpdateOrder order, MatrixSummary x) {
    super(rows, ht, rules, x);
    this.order = order;
  }

  @Override
  public FitProgress iterate() {
    if (order == UpdateOrder.ROWS_FIRST) {
      updateRows();
      updateColumns();
    } else {
      updateColumns();
      updateRows();
    }
    return ledger.progress(this);
  }

  /** Rows first in either order: an iteration ends with the factor that has momentum. */
  @Override
  public FitProgress attempt(double weight) {
    begin(ht);
    if (weight > 0) {
      ht = beyond(ht, before, weight);
      statistics = columns.statistics(ht);
    }
    before = null;
    sums = null;
    sums = rows.attempt(ht, statistics, weight);
    updateColumns();
    return ledger.progress(this);
  }

  /** The old sums, as large as H, must not wait in memory for the new ones. */
  private void updateRows() {
    sums = null;
    sums = rows.update(ht, statistics);
  }

  private void updateColumns() {
    Improved next = improved();
    ht = next.ht();
    statistics = next.statistics();
  }
}
