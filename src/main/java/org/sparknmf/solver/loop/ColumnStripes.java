package org.sparknmf.solver.loop;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.FactorSums;
import org.sparknmf.solver.StripeSums;
import org.sparknmf.solver.Stripes;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.update.ProjectedGradient;

/**
 * What is summed over the rows of an H' in this JVM. Its stripes do not depend on each other: all
 * cores share them, and their sums are added in order.
 */
final class ColumnStripes {
  private final Stripes stripes;

  /** The stripes of a factor of this shape. */
  ColumnStripes(Factor ht) {
    this.stripes = new Stripes(ht.rows(), ht.rank());
  }

  /** The cuts between the stripes. */
  Stripes cuts() {
    return stripes;
  }

  /** What a stripe contributes. */
  @FunctionalInterface
  interface StripeWork {
    double[] of(int stripe);
  }

  /** What is done to the rows of a stripe. */
  @FunctionalInterface
  interface RowsWork {
    void on(int first, int count);
  }

  void inParallel(RowsWork work) {
    IntStream.range(0, stripes.count())
        .parallel()
        .forEach(stripe -> work.on(stripes.start(stripe), stripes.size(stripe)));
  }

  double[] addUp(StripeWork work) {
    double[][] parts =
        IntStream.range(0, stripes.count()).parallel().mapToObj(work::of).toArray(double[][]::new);
    return StripeSums.inOrder(Arrays.asList(parts));
  }

  double[] statistics(Factor ht) {
    return addUp(stripe -> statistics(ht, stripe));
  }

  double[] statistics(Factor ht, int stripe) {
    double[] part = FactorStatistics.zeros(ht.rank());
    FactorStatistics.add(ht, stripes.start(stripe), stripes.size(stripe), part);
    return part;
  }

  /** What some terms of H and the rows of H' that they belong to tell. */
  @FunctionalInterface
  interface TermsNumber {
    double of(Factor terms, int termsRow, int count, Factor ht, int row);
  }

  /** The sum of a number over H. */
  double addUp(TermsNumber number, FactorSums sums, Factor ht) {
    return addUp(
        stripe -> {
          Factor product = sums.product(stripe);
          int row = sums.productRow(stripes, stripe);
          int count = stripes.size(stripe);
          return new double[] {number.of(product, row, count, ht, stripes.start(stripe))};
        })[0];
  }

  /** What the terms of H tell that all cells lose. */
  double told(FactorSums sums, Loss loss) {
    return addUp(
        stripe ->
            new double[] {
              loss.told(
                  sums.product(stripe), sums.productRow(stripes, stripe), stripes.size(stripe))
            })[0];
  }

  /** The sum of |projected gradient| of H'. */
  double projectedGradient(
      ProjectedGradient gradient, Factor ht, FactorSums sums, double[] rowStatistics) {
    return addUp(
        stripe ->
            new double[] {
              gradient.of(
                  ht,
                  stripes.start(stripe),
                  stripes.size(stripe),
                  sums.product(stripe),
                  sums.productRow(stripes, stripe),
                  rowStatistics)
            })[0];
  }
}
