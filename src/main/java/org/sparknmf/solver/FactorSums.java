package org.sparknmf.solver;

import java.util.List;
import org.sparknmf.linalg.Factor;

/** What the rows of W and X add up to. */
public final class FactorSums {
  private final List<Factor> product;
  private final double[] statistics;

  private FactorSums(List<Factor> product, double[] statistics) {
    this.product = List.copyOf(product);
    this.statistics = statistics;
  }

  /**
   * Sums in one piece; nothing is copied.
   *
   * @param product terms of H (n x width), such as X'W
   * @param statistics of W
   */
  public static FactorSums whole(Factor product, double[] statistics) {
    return new FactorSums(List.of(product), statistics);
  }

  /**
   * Sums whose product comes in stripes; nothing is copied.
   *
   * @param product the terms of each stripe, in order
   * @param statistics of W
   */
  public static FactorSums striped(List<Factor> product, double[] statistics) {
    return new FactorSums(product, statistics);
  }

  /** The sum with others of the same stripes, made in these arrays. */
  public FactorSums plus(FactorSums other) {
    for (int s = 0; s < product.size(); s++) {
      product.get(s).add(other.product.get(s));
    }
    for (int p = 0; p < statistics.length; p++) {
      statistics[p] += other.statistics[p];
    }
    return this;
  }

  /** What holds the terms of one of so many stripes. */
  public Factor product(int stripe) {
    return product.size() == 1 ? product.get(0) : product.get(stripe);
  }

  /** The row there that belongs to the stripe's first column. */
  public int productRow(Stripes stripes, int stripe) {
    return product.size() == 1 ? stripes.start(stripe) : 0;
  }

  /** Statistics of W, not to be modified. */
  public double[] statistics() {
    return statistics;
  }
}
