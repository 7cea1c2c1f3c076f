package org.sparknmf.solver.loop;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.FactorSums;
import org.sparknmf.solver.FitProgress;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.Stripes;
import org.sparknmf.solver.update.FactorUpdate;
import org.sparknmf.solver.update.Rules;

/** An alternation that holds H' in this JVM. */
public abstract class HeldAlternation implements Alternation, Ledger.Sums {
  final Rules rules;
  final Ledger ledger;
  final ColumnStripes columns;
  Factor ht;
  double[] statistics;
  FactorSums sums;
  private final List<RowSide> sides;

  /**
   * An alternation that has started nothing yet.
   *
   * @param sides hold X and the start value of W; hold the final W afterwards
   * @param ht start value of H' (n x k), not modified
   * @param rules what is minimised and how
   * @param x what is known of X
   */
  HeldAlternation(List<RowSide> sides, Factor ht, Rules rules, MatrixSummary x) {
    this.sides = List.copyOf(sides);
    this.ht = ht;
    this.rules = rules;
    this.ledger = new Ledger(rules, x, ht.rank());
    this.columns = new ColumnStripes(ht);
  }

  /**
   * An alternation with the momentum of the rules that has started nothing yet.
   *
   * @param rows holds X and the start value of W; holds the final W afterwards
   * @param ht start value of H' (n x k), not modified
   * @param rules what is minimised and how
   * @param order which factor comes first, where momentum does not say it
   * @param x what is known of X
   */
  public static HeldAlternation of(
      RowSide rows, Factor ht, Rules rules, UpdateOrder order, MatrixSummary x) {
    return rules.extrapolation().isOfBoth()
        ? new HeldPair(rows, ht, rules, x)
        : new HeldColumns(rows, ht, rules, order, x);
  }

  /** Adds up the terms of H over all rows, as both factors stand. */
  abstract void addUp();

  /**
   * H' after an update.
   *
   * @param statistics of it
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
  record Improved(Factor ht, double[] statistics) {}

  /** H' after one update by the sums, a new one: the old one may be in use where it was sent. */
  final Improved improved() {
    Factor next = ht.zerosLike(ht.rows());
    Stripes stripes = columns.cuts();
    double[] all =
        columns.addUp(
            stripe -> {
              int first = stripes.start(stripe);
              int count = stripes.size(stripe);
              next.copyFrom(ht, first, first, count);
              double violation =
                  FactorUpdate.apply(
                      rules.columns(),
                      next,
                      first,
                      count,
                      sums.product(stripe),
                      sums.productRow(stripes, stripe),
                      sums.statistics());
              double[] part = columns.statistics(next, stripe);
              FactorStatistics.addViolation(violation, next.rank(), part);
              return part;
            });
    return new Improved(next, all);
  }

  /** The point beyond an H' on the way from the one before. */
  final Factor beyond(Factor from, Factor before, double weight) {
    Factor target = from.zerosLike(from.rows());
    columns.inParallel(
        (first, count) -> rules.extrapolation().fill(from, before, weight, target, first, count));
    return target;
  }

  /** What it remembers of earlier iterations, beside both factors. */
  public LoopMemory memory() {
    return LoopMemory.NONE;
  }

  /** Remembers what another one of its kind did, instead of nothing. */
  public void remember(LoopMemory memory) {
    // There is nothing to remember.
  }

  /** H' (n x k) as it stands, not to be modified. */
  public final Factor ht() {
    return ht;
  }

  @Override
  public final double[] columnStatistics() {
    return statistics;
  }

  @Override
  public final FitProgress start() {
    statistics = columns.statistics(ht);
    addUp();
    return ledger.progress(this);
  }

  @Override
  public final double cross() {
    return columns.addUp(rules.loss()::cross, sums, ht);
  }

  @Override
  public final double charged() {
    return columns.addUp(rules::charged, sums, ht);
  }

  @Override
  public final double told() {
    return columns.told(sums, rules.loss());
  }

  @Override
  public final double cells() {
    return plusRows(0, side -> side.cellLoss(ht, statistics));
  }

  @Override
  public final double cells(double value) {
    return plusRows(0, side -> side.constantLoss(value));
  }

  private double plusRows(double before, ToDoubleFunction<RowSide> number) {
    double sum = before;
    for (RowSide side : sides) {
      sum += number.applyAsDouble(side);
    }
    return sum;
  }

  @Override
  public final double yardstick() {
    return ledger.yardstick(this);
  }

  @Override
  public final OptionalDouble directLoss() {
    return OptionalDouble.of(ledger.loss(this));
  }

  /** The terms of H may be those of H before its last updates. */
  @Override
  public final double projectedGradient() {
    if (rules.loss().needsBothFactors() || sums == null) {
      addUp();
    }
    double ofColumns = columns.projectedGradient(rules.columnGradient(), ht, sums, rowStatistics());
    return plusRows(ofColumns, side -> side.projectedGradient(ht, statistics));
  }

  @Override
  public final BitSet deadComponents() {
    return FactorStatistics.dead(rowStatistics(), statistics, ht.rank());
  }

  @Override
  public void remap(FactorMap rowMap, FactorMap columnMap) {
    ht = columnMap.of(ht, 0);
    statistics = columns.statistics(ht);
    sides.forEach(side -> side.remap(rowMap));
    addUp();
  }

  /** Bytes moved since each side was last improved. */
  @Override
  public final long bytesMoved() {
    return sides.stream().mapToLong(RowSide::bytesMoved).sum();
  }
}
