package io.github.sparknmf.solver;

import io.github.sparknmf.linalg.Factor;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The alternation where H' is held in this JVM. Its stripes do not depend on each other: all cores
 * share them, and their sums are added in order.
 */
public final class HeldColumns implements Alternation {
  private final RowSide rows;
  private final UpdateRule rule;
  private final UpdateOrder order;
  private final Stripes stripes;
  private Factor ht;
  private double[] gram;
  private FactorSums sums;

  /**
   * An alternation that has started nothing yet.
   *
   * @param rows holds X and the start value of W; holds the final W afterwards
   * @param ht start value of H' (n x k), not modified
   * @param rule how H is updated
   * @param order which factor comes first
   */
  public HeldColumns(RowSide rows, Factor ht, UpdateRule rule, UpdateOrder order) {
    this.rows = rows;
    this.ht = ht;
    this.rule = rule;
    this.order = order;
    this.stripes = new Stripes(ht.rows(), ht.rank());
  }

  /** H' (n x k) as it stands, not to be modified. */
  public Factor ht() {
    return ht;
  }

  @Override
  public ErrorTerms start() {
    gram = addUp(stripe -> gramOf(ht, stripe));
    sums = rows.sums();
    return terms();
  }

  @Override
  public ErrorTerms iterate() {
    if (order == UpdateOrder.ROWS_FIRST) {
      updateRows();
      updateColumns();
    } else {
      updateColumns();
      updateRows();
    }
    return terms();
  }

  /** The old sums, as large as H, must not wait in memory for the new ones. */
  private void updateRows() {
    sums = null;
    sums = rows.update(ht, gram);
  }

  /** A new H': whoever was given the old one may still need it. */
  private void updateColumns() {
    Factor next = ht.zerosLike(ht.rows());
    gram =
        addUp(
            stripe -> {
              int first = stripes.start(stripe);
              int count = stripes.size(stripe);
              next.copyFrom(ht, first, first, count);
              FactorUpdate.apply(
                  rule,
                  next,
                  first,
                  count,
                  sums.product(stripe),
                  sums.productRow(stripes, stripe),
                  sums.gram());
              return gramOf(next, stripe);
            });
    ht = next;
  }

  private double[] gramOf(Factor factor, int stripe) {
    double[] part = new double[factor.rank() * factor.rank()];
    factor.addGram(stripes.start(stripe), stripes.size(stripe), part);
    return part;
  }

  private ErrorTerms terms() {
    double cross =
        addUp(
            stripe -> {
              Factor product = sums.product(stripe);
              int row = sums.productRow(stripes, stripe);
              int count = stripes.size(stripe);
              return new double[] {product.dot(row, count, ht, stripes.start(stripe))};
            })[0];
    return ErrorTerms.of(cross, sums.gram(), gram);
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
  public OptionalDouble squaredResidual() {
    return OptionalDouble.of(rows.squaredResidual(ht));
  }

  @Override
  public long bytesMoved() {
    return rows.bytesMoved();
  }
}
