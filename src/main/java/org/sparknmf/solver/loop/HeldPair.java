package org.sparknmf.solver.loop;

import java.util.List;
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
 */
final class HeldPair extends HeldAlternation {
  private final RowSide rows;

  /** H' improved, known until it is used; null where it is to be made from the sums. */
  private Factor next;

  /** H' improved in the iteration before; null where the next one has weight 0. */
  private Factor before;

  private double[] knownRowStatistics;
  private State kept;

  /** What an attempt may have to be taken back to. */
  @SuppressWarnings("ArrayRecordComponent") // Held, never compared.
  private record State(Factor ht, double[] statistics, double[] rowStatistics, Factor next) {}

  HeldPair(RowSide rows, Factor ht, Rules rules, MatrixSummary x) {
    super(List.of(rows), ht, rules, x);
    this.rows = rows;
  }

  @Override
  public double[] rowStatistics() {
    return sums == null ? knownRowStatistics : sums.statistics();
  }

  @Override
  void addUp() {
    sums = rows.sums(ht, statistics);
  }

  /** The improved H' before, where the next iteration goes beyond the one that follows. */
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
    FitProgress reached = attempt(0);
    keep();
    return reached;
  }

  /** The sums, as large as H, must not wait in memory for the new ones. */
  @Override
  public FitProgress attempt(double weight) {
    Factor following = next == null ? improved().ht() : next;
    kept = new State(ht, statistics, rowStatistics(), following);
    ht = weight > 0 ? beyond(following, before, weight) : following;
    before = null;
    next = null;
    sums = null;
    statistics = columns.statistics(ht);
    sums = rows.attempt(ht, statistics, weight);
    return ledger.progress(this);
  }

  @Override
  public void keep() {
    before = kept.next();
    kept = null;
    rows.keep();
  }

  /** The sums are those of other factors: they are made again where they are asked for. */
  @Override
  public void takeBack() {
    sums = null;
    ht = kept.ht();
    statistics = kept.statistics();
    knownRowStatistics = kept.rowStatistics();
    next = kept.next();
    kept = null;
    rows.takeBack();
  }

  @Override
  public void remap(FactorMap rowMap, FactorMap columnMap) {
    before = null;
    next = null;
    super.remap(rowMap, columnMap);
  }
}
