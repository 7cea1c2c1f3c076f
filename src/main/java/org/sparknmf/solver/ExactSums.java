package org.sparknmf.solver;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Sums of doubles without rounding, so that they have the same bits in any order and grouping of
 * their terms: fixed-point numbers over the whole range of a double, in limbs of 32 bits with room
 * for carries (the small superaccumulator of Neal, arXiv 1505.05571).
 *
 * <p>The state is an array of longs; states of disjoint terms are added entry by entry.
 */
public final class ExactSums {
  private static final int LIMB_BITS = 32;
  private static final long LIMB = (1L << LIMB_BITS) - 1;
  private static final int LIMBS = 67;

  /** Each term adds less than 2^32 to a limb, so that so many leave room for 2^31 such states. */
  private static final int MOST_TERMS = 1 << 20;

  private static final int MANTISSA_BITS = 52;
  private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
  private static final int LEAST_EXPONENT = -1074;

  private final long[] limbs;
  private int terms;

  /** Creates {@code count} sums of nothing. */
  public ExactSums(int count) {
    this(new long[Math.multiplyExact(count, LIMBS)]);
  }

  private ExactSums(long[] limbs) {
    this.limbs = limbs;
  }

  /** Sums whose state is known; the array is taken as it is. */
  public static ExactSums of(long[] state) {
    return new ExactSums(state);
  }

  /** Longs in the state of so many sums. */
  public static int length(int count) {
    return Math.multiplyExact(count, LIMBS);
  }

  /** Adds a finite number to one of the sums. */
  public void add(int sum, double term) {
    long bits = Double.doubleToRawLongBits(term);
    int exponent = (int) (bits >>> MANTISSA_BITS) & 0x7ff;
    long mantissa = bits & MANTISSA;
    if (exponent > 0) {
      mantissa |= 1L << MANTISSA_BITS;
      exponent--;
    }
    int at = sum * LIMBS + exponent / LIMB_BITS;
    int shift = exponent % LIMB_BITS;
    long low = mantissa << shift & LIMB;
    long middle = mantissa >>> (LIMB_BITS - shift) & LIMB;
    long high = shift == 0 ? 0 : mantissa >>> (2 * LIMB_BITS - shift);
    if (bits < 0) {
      low = -low;
      middle = -middle;
      high = -high;
    }
    limbs[at] += low;
    limbs[at + 1] += middle;
    limbs[at + 2] += high;
    if (++terms == MOST_TERMS) {
      carry();
    }
  }

  /** Brings every limb but the last of a sum into its 32 bits. */
  private void carry() {
    for (int i = 0; i < limbs.length; i++) {
      if (i % LIMBS != LIMBS - 1) {
        limbs[i + 1] += limbs[i] >> LIMB_BITS;
        limbs[i] &= LIMB;
      }
    }
    terms = 0;
  }

  /** The state, ready to be added to others; not to be modified. */
  public long[] state() {
    carry();
    return limbs;
  }

  /** One of the sums, rounded once. */
  public double value(int sum) {
    BigInteger scaled = BigInteger.ZERO;
    for (int i = LIMBS - 1; i >= 0; i--) {
      scaled = scaled.shiftLeft(LIMB_BITS).add(BigInteger.valueOf(limbs[sum * LIMBS + i]));
    }
    BigDecimal unit = BigDecimal.ONE.divide(BigDecimal.valueOf(2).pow(-LEAST_EXPONENT));
    return new BigDecimal(scaled).multiply(unit).doubleValue();
  }
}
