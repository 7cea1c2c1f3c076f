package io.github.sparknmf.solver;

import java.io.Serializable;

/**
 * Scaled random start values: |N(0, 1)| sqrt(mean(X) / k), as scikit-learn's {@code init='random'}.
 *
 * <p>Each number is a hash of (seed, factor, row, component), so that it does not depend on who
 * computes it: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) for the bits, Box and Muller's
 * transform (1958) in strict arithmetic for the normal deviate.
 */
public final class RandomStart implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

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
  public enum Factor {
    /** The rows' factor. */
    W(1),
    /** The columns' factor. */
    H(2);

    private final long stream;

    Factor(long stream) {
      this.stream = stream;
    }
  }

  /**
   * Fills consecutive rows of a factor.
   *
   * @param factor which one
   * @param firstRow global number of the first row
   * @param target row-major (rows x k), overwritten
   */
  public void fill(Factor factor, long firstRow, double[] target) {
    for (int p = 0; p < target.length; p++) {
      target[p] = value(factor, firstRow + p / rank, p % rank);
    }
  }

  private double value(Factor factor, long row, int component) {
    long key = mix(seed + GOLDEN_GAMMA * factor.stream);
    key = mix(key + GOLDEN_GAMMA * (row + 1));
    key = mix(key + GOLDEN_GAMMA * (component + 1));
    double radiusUniform = ((key >>> 11) + 1) * UNIT;
    double angleUniform = (mix(key + GOLDEN_GAMMA) >>> 11) * UNIT;
    double normal =
        StrictMath.sqrt(-2 * StrictMath.log(radiusUniform))
            * StrictMath.cos(2 * Math.PI * angleUniform);
    return Math.abs(normal) * scale;
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
