package org.sparknmf.solver.start;

import java.io.Serializable;

/**
 * Scaled random start values: |N(0, 1)| sqrt(mean(X) / k), as scikit-learn's {@code init='random'}.
 */
public final class RandomStart implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long seed;
  private final double scale;
  private final int rank;

  /**
   * Start values for one factorization.
   *
   * @param seed the run's seed
   * @param mean mean over all cells of X
   * @param rank k
   */
  public RandomStart(long seed, double mean, int rank) {
    this.seed = seed;
    this.scale = StrictMath.sqrt(mean / rank);
    this.rank = rank;
  }

  /** Which factor a start value is for. */
  public enum FactorName {
    /** The rows' factor. */
    W(HashNormal.Purpose.START_W),
    /** The columns' factor. */
    H(HashNormal.Purpose.START_H);

    private final HashNormal.Purpose purpose;

    FactorName(HashNormal.Purpose purpose) {
      this.purpose = purpose;
    }
  }

  /**
   * Fills consecutive rows of a factor.
   *
   * @param factor which one
   * @param firstRow global number of the first row
   * @param target row-major (rows x k), overwritten
   */
  public void fill(FactorName factor, long firstRow, double[] target) {
    HashNormal normal = new HashNormal(seed, factor.purpose);
    for (int p = 0; p < target.length; p++) {
      target[p] = Math.abs(normal.at(firstRow + p / rank, p % rank)) * scale;
    }
  }
}
