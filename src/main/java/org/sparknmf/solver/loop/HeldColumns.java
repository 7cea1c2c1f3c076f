package org.sparknmf.solver.loop;

import java.util.BitSet;
import java.util.OptionalDouble;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.FactorSums;
import org.sparknmf.solver.FitProgress;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.Stripes;
import org.sparknmf.solver.update.FactorUpdate;
import org.sparknmf.solver.update.Rules;

/** The alternation where H' is held in this JVM. */
public final class HeldColumns implements HeldAlternation, Ledger.Sums {
  private final RowSide rows;
  private final Rules rules;
  private final UpdateOrder order;
  private final Ledger ledger;
  private final ColumnStripes columns;
  private Factor ht;
  private double[] statistics;
  private FactorSums sums;

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
    this.rows = rows;
    this.ht = ht;
    this.rules = rules;
    this.order = order;
    this.ledger = new Ledger(rules, x, ht.rank());
    this.columns = new ColumnStripes(ht);
  }

  @Override
  public Factor ht() {
    return ht;
  }

  @Override
  public double[] rowStatistics() {
    return sums.statistics();
  }

  @Override
  public double[] columnStatistics() {
    return statistics;
  }

  @Override
  public FitProgress start() {
    statistics = columns.statistics(ht);
    sums = rows.sums(ht, statistics);
    return ledger.progress(this);
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

  /** The old sums, as large as H, must not wait in memory for the new ones. */
  private void updateRows() {
    sums = null;
    sums = rows.update(ht, statistics);
  }

  /** A new H', since the old one may still be in use where it was given out. */
  private void updateColumns() {
    Factor next = ht.zerosLike(ht.rows());
    Stripes stripes = columns.cuts();
    statistics =
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
    ht = next;
  }

  @Override
  public double cross() {
    return columns.cross(sums, ht);
  }

  @Override
  public double cells() {
    return rows.cellLoss(ht, statistics);
  }

  @Override
  public double cells(double value) {
    return rows.constantLoss(value);
  }

  @Override
  public double yardstick() {
    return ledger.yardstick(this);
  }

  @Override
  public OptionalDouble directLoss() {
    return OptionalDouble.of(ledger.loss(this));
  }

  /** The terms of H may be those of H before its last update. */
  @Override
  public double projectedGradient() {
    if (rules.loss().needsBothFactors()) {
      sums = rows.sums(ht, statistics);
    }
    double ofColumns =
        columns.projectedGradient(rules.columnGradient(), ht, sums, sums.statistics());
    return ofColumns + rows.projectedGradient(ht, statistics);
  }

  @Override
  public BitSet deadComponents() {
    return FactorStatistics.dead(sums.statistics(), statistics, ht.rank());
  }

  @Override
  public void remap(FactorMap rowMap, FactorMap columnMap) {
    ht = columnMap.of(ht, 0);
    statistics = columns.statistics(ht);
    rows.remap(rowMap);
    sums = rows.sums(ht, statistics);
  }

  @Override
  public long bytesMoved() {
    return rows.bytesMoved();
  }
}
