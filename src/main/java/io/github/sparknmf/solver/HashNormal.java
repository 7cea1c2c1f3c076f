package io.github.sparknmf.solver;

import java.io.Serializable;

/**
 * Standard normal numbers, one for each (seed, purpose, row, component), so that a number does not
 * depend on who computes it: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) for the bits, Box and
 * Muller's transform (1958) in strict arithmetic for the normal deviate.
 */
final class HashNormal implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private final long stream;

  /** The numbers of one purpose of a run. */
  HashNormal(long seed, Purpose purpose) {
    this.stream = mix(seed + GOLDEN_GAMMA * purpose.number);
  }

  /** What numbers are for: those of different purposes have nothing to do with each other. */
  enum Purpose {
    /** Start values of W. */
    START_W(1),
    /** Start values of H. */
    START_H(2),
    /** Where the search for singular vectors begins. */
    SUBSPACE(3),
    /** What replaces zeros in the start value of W. */
    FILL_W(4),
    /** What replaces zeros in the start value of H. */
    FILL_H(5);

    private final long number;

    Purpose(long number) {
      this.number = number;
    }
  }

  /** N(0, 1) for one entry of a factor. */
  double at(long row, int component) {
    long key = mix(stream + GOLDEN_GAMMA * (row + 1));
    key = mix(key + GOLDEN_GAMMA * (component + 1));
    double radiusUniform = ((key >>> 11) + 1) * UNIT;
    double angleUniform = (mix(key + GOLDEN_GAMMA) >>> 11) * UNIT;
    return StrictMath.sqrt(-2 * StrictMath.log(radiusUniform))
        * StrictMath.cos(2 * Math.PI * angleUniform);
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
