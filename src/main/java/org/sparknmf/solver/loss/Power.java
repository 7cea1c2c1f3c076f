package org.sparknmf.solver.loss;

import java.io.Serializable;

/**
 * y^p for one p, the same bits on every machine: half-integers by products and a square root, all
 * else in strict arithmetic.
 */
public final class Power implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_FACTORS = 8;

  private final double exponent;
  private final int whole;
  private final boolean half;
  private final boolean simple;

  /** Raises to this exponent. */
  public Power(double exponent) {
    double size = Math.abs(exponent);
    this.exponent = exponent;
    this.whole = (int) Math.floor(Math.min(size, MOST_FACTORS + 1));
    this.half = size - whole == 0.5;
    this.simple = whole <= MOST_FACTORS && (half || size == whole);
  }

  /** y^p for a positive y. */
  public double of(double y) {
    if (!simple) {
      return StrictMath.pow(y, exponent);
    }
    double product = half ? Math.sqrt(y) : 1;
    for (int i = 0; i < whole; i++) {
      product *= y;
    }
    return exponent < 0 ? 1 / product : product;
  }
}
