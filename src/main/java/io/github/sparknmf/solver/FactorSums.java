package io.github.sparknmf.solver;

/** What the rows of W and X add up to. */
public final class FactorSums {
  private final double[] product;
  private final double[] gram;

  /**
   * Takes both arrays as they are.
   *
   * @param product X'W (n x k), row-major
   * @param gram W'W (k x k)
   */
  public FactorSums(double[] product, double[] gram) {
    this.product = product;
    this.gram = gram;
  }

  /** X'W (n x k), row-major, not to be modified. */
  public double[] product() {
    return product;
  }

  /** W'W (k x k), not to be modified. */
  public double[] gram() {
    return gram;
  }
}
