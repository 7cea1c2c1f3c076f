package org.sparknmf.solver;

/** The finalizer and the increment of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
public final class SplitMix {
  /** The golden ratio's fraction in 64 bits: steps from one key to the next. */
  public static final long GAMMA = 0x9E3779B97F4A7C15L;

  private SplitMix() {}

  /** Bits that look random, different for different arguments. */
  public static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
