package org.sparknmf.solver.start;

import java.io.Serializable;
import org.sparknmf.solver.SplitMix;

/**
 * Standard normal numbers, one for each (seed, purpose, row, component), so that a number does not
 * depend on who computes it: {@link SplitMix} for the bits, Box and Muller's transform (1958) in
 * strict arithmetic for the normal deviate.
 */
public final class HashNormal implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double UNIT = 0x1.0p-53;

  private final long stream;

  /** The numbers of one purpose of a run. */
  public HashNormal(long seed, Purpose purpose) {
    this.stream = SplitMix.mix(seed + SplitMix.GAMMA * purpose.number);
  }

  /** What numbers are for: those of different purposes have nothing to do with each other. */
  public enum Purpose {
    /** Start values of W. */
    START_W(1),
    /** Start values of H. */
    START_H(2),
    /** Start vectors of the search for singular vectors. */
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
  public double at(long row, int component) {
    long key = SplitMix.mix(stream + SplitMix.GAMMA * (row + 1));
    key = SplitMix.mix(key + SplitMix.GAMMA * (component + 1));
    double radiusUniform = ((key >>> 11) + 1) * UNIT;
    double angleUniform = (SplitMix.mix(key + SplitMix.GAMMA) >>> 11) * UNIT;
    return StrictMath.sqrt(-2 * StrictMath.log(radiusUniform))
        * StrictMath.cos(2 * Math.PI * angleUniform);
  }
}
