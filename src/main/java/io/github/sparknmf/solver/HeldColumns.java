package io.github.sparknmf.solver;

import io.github.sparknmf.linalg.Factor;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The alternation where H' is held in this JVM. Its stripes do not depend on each other: all cores
 * share them, and their sums are added in order.
 */
public final class HeldColumns implements Alternation {
  private final RowSide rows;
  private final Rules rules;
  private final UpdateOrder order;
  private final MatrixSummary x;
  private final Stripes stripes;
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
    this.x = x;
    this.stripes = new Stripes(ht.rows(), ht.rank());
  }

  /** H' (n x k) as it stands, not to be modified. */
  public Factor ht() {
    return ht;
  }

  /** Statistics of W as it stands, not to be modified. */
  public double[] rowStatistics() {
    return sums.statistics();
  }

  /** Statistics of H' as it stands, not to be modified. */
  public double[] columnStatistics() {
    return statistics;
  }

  @Override
  public FitProgress start() {
    statistics = addUp(stripe -> statisticsOf(ht, stripe));
    sums = rows.sums(ht, statistics);
    return progress();
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
    return progress();
  }

  /** The old sums, as large as H, must not wait in memory for the new ones. */
  private void updateRows() {
    sums = null;
    sums = rows.update(ht, statistics);
  }

  /** A new H': whoever was given the old one may still need it. */
  private void updateColumns() {
    Factor next = ht.zerosLike(ht.rows());
    statistics =
        addUp(
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
              double[] part = statisticsOf(next, stripe);
              FactorStatistics.addViolation(violation, next.rank(), part);
              return part;
            });
    ht = next;
  }

  private double[] statisticsOf(Factor factor, int stripe) {
    double[] part = FactorStatistics.zeros(factor.rank());
    FactorStatistics.add(factor, stripes.start(stripe), stripes.size(stripe), part);
    return part;
  }

  private FitProgress progress() {
    Loss loss = rules.loss();
    double lost =
        loss.needsBothFactors()
            ? completeLoss()
            : loss.fromSums(cross(), sums.statistics(), statistics, ht.rank())
                .orElseGet(this::completeLoss);
    return rules.progress(lost, sums.statistics(), statistics, ht.rank());
  }

  private double completeLoss() {
    return rules
        .loss()
        .complete(rows.cellLoss(ht, statistics), sums.statistics(), statistics, ht.rank());
  }

  private double cross() {
    return addUp(
        stripe -> {
          Factor product = sums.product(stripe);
          int row = sums.productRow(stripes, stripe);
          int count = stripes.size(stripe);
          return new double[] {product.dot(row, count, ht, stripes.start(stripe))};
        })[0];
  }

  private double[] addUp(StripeWork work) {
    double[][] parts =
        IntStream.range(0, stripes.count()).parallel().mapToObj(work::of).toArray(double[][]::new);
    return StripeSums.inOrder(Arrays.asList(parts));
  }

  /** What a stripe contributes. */
  @FunctionalInterface
  private interface StripeWork {
    double[] of(int stripe);
  }

  @Override
  public double yardstick() {
    return rules.loss().yardstick().orElseGet(this::constantLoss);
  }

  private double constantLoss() {
    double mean = x.mean();
    return rules.loss().ofConstant(rows.constantLoss(mean), mean, x);
  }

  @Override
  public OptionalDouble directLoss() {
    return OptionalDouble.of(completeLoss());
  }

  /** The terms of H may be those of H before its last update. */
  @Override
  public double projectedGradient() {
    if (rules.loss().needsBothFactors()) {
      sums = rows.sums(ht, statistics);
    }
    ProjectedGradient gradient = rules.columnGradient();
    double ofColumns =
        addUp(
            stripe ->
                new double[] {
                  gradient.of(
                      ht,
                      stripes.start(stripe),
                      stripes.size(stripe),
                      sums.product(stripe),
                      sums.productRow(stripes, stripe),
                      sums.statistics())
                })[0];
    return ofColumns + rows.projectedGradient(ht, statistics);
  }

  @Override
  public BitSet deadComponents() {
    return FactorStatistics.dead(sums.statistics(), statistics, ht.rank());
  }

  @Override
  public void remap(FactorMap rowMap, FactorMap columnMap) {
    ht = columnMap.of(ht, 0);
    statistics = addUp(stripe -> statisticsOf(ht, stripe));
    rows.remap(rowMap);
    sums = rows.sums(ht, statistics);
  }

  @Override
  public long bytesMoved() {
    return rows.bytesMoved();
  }
}
