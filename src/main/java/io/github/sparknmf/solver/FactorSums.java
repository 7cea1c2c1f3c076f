package io.github.sparknmf.solver;

import io.github.sparknmf.linalg.Factor;
import java.util.List;

/** What the rows of W and X add up to. */
public final class FactorSums {
  private final List<Factor> product;
  private final double[] gram;

  private FactorSums(List<Factor> product, double[] gram) {
    this.product = List.copyOf(product);
    this.gram = gram;
  }

  /**
   * Sums in one piece; nothing is copied.
   *
   * @param product X'W (n x k)
   * @param gram W'W (k x k)
   */
  public static FactorSums whole(Factor product, double[] gram) {
    return new FactorSums(List.of(product), gram);
  }

  /**
   * Sums whose product comes in stripes; nothing is copied.
   *
   * @param product the rows of X'W of each stripe, in order
   * @param gram W'W (k x k)
   */
  public static FactorSums striped(List<Factor> product, double[] gram) {
    return new FactorSums(product, gram);
  }

  /** What holds the rows of X'W of one of so many stripes. */
  Factor product(int stripe) {
    return product.size() == 1 ? product.get(0) : product.get(stripe);
  }

  /** The row there that belongs to the stripe's first column. */
  int productRow(Stripes stripes, int stripe) {
    return product.size() == 1 ? stripes.start(stripe) : 0;
  }

  /** W'W (k x k), not to be modified. */
  public double[] gram() {
    return gram;
  }
}
