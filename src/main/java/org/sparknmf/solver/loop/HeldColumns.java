package org.sparknmf.solver.loop;

import java.util.List;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.FitProgress;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.update.Rules;

/** The alternation where H' is held in this JVM, and has momentum alone if there is any. */
public final class HeldColumns extends HeldAlternation {
  private final RowSide rows;
  private final UpdateOrder order;
  private Factor before;
  private double[] knownRowStatistics;
  private State kept;

  /** What an attempt may have to be taken back to. */
  @SuppressWarnings("ArrayRecordComponent") // Held, never compared.
  private record State(Factor ht, double[] statistics, double[] rowStatistics) {}

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
    super(List.of(rows), ht, rules, x);
    this.rows = rows;
    this.order = order;
  }

  @Override
  public double[] rowStatistics() {
    return sums == null ? knownRowStatistics : sums.statistics();
  }

  @Override
  void addUp() {
    sums = rows.sums(ht, statistics);
  }

  /** The H' before, where the next iteration goes beyond H'. */
  @Override
  public LoopMemory memory() {
    return before == null ? LoopMemory.NONE : new LoopMemory(List.of(before), List.of());
  }

  @Override
  public void remember(LoopMemory memory) {
    before = memory.factors().stream().findFirst().orElse(null);
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
    kept = new State(ht, statistics, rowStatistics());
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

  @Override
  public void keep() {
    before = kept.ht();
    kept = null;
    rows.keep();
  }

  /** The sums are those of another W: they are made again where they are asked for. */
  @Override
  public void takeBack() {
    sums = null;
    ht = kept.ht();
    statistics = kept.statistics();
    knownRowStatistics = kept.rowStatistics();
    kept = null;
    rows.takeBack();
  }

  @Override
  public void remap(FactorMap rowMap, FactorMap columnMap) {
    before = null;
    super.remap(rowMap, columnMap);
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
