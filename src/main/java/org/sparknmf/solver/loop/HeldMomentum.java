package org.sparknmf.solver.loop;

import java.util.List;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.update.Rules;

/**
 * An alternation that holds H' in this JVM, beside rows in one place: what momentum goes by, and
 * what an attempt may have to be taken back to.
 */
abstract class HeldMomentum extends HeldAlternation {
  final RowSide rows;

  /** The H' that went before, for momentum; null where the next iteration has weight 0. */
  Factor before;

  private double[] knownRowStatistics;
  private State kept;

  /**
   * What an attempt began with.
   *
   * @param from the H' that goes before the one after it, if it is kept
   */
  @SuppressWarnings("ArrayRecordComponent") // Held, never compared.
  private record State(Factor ht, double[] statistics, double[] rowStatistics, Factor from) {}

  HeldMomentum(RowSide rows, Factor ht, Rules rules, MatrixSummary x) {
    super(List.of(rows), ht, rules, x);
    this.rows = rows;
  }

  /** Notes what there is before an attempt that goes on from an H'. */
  final void begin(Factor from) {
    kept = new State(ht, statistics, rowStatistics(), from);
  }

  /** The H' from which the attempt went on. */
  final Factor begun() {
    return kept.from();
  }

  @Override
  public final double[] rowStatistics() {
    return sums == null ? knownRowStatistics : sums.statistics();
  }

  @Override
  final void addUp() {
    sums = rows.sums(ht, statistics);
  }

  /** The H' before, where the next iteration goes by it. */
  @Override
  public final LoopMemory memory() {
    return before == null ? LoopMemory.NONE : new LoopMemory(List.of(before), List.of());
  }

  @Override
  public final void remember(LoopMemory memory) {
    before = memory.factors().stream().findFirst().orElse(null);
  }

  @Override
  public final void keep() {
    before = kept.from();
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
    kept = null;
    rows.takeBack();
  }

  @Override
  public void remap(FactorMap rowMap, FactorMap columnMap) {
    before = null;
    super.remap(rowMap, columnMap);
  }
}
