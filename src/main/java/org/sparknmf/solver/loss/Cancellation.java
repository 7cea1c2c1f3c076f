package org.sparknmf.solver.loss;

import java.io.Serializable;
import org.sparknmf.linalg.Precision;

/**
 * When a loss that is a difference of sums has lost its digits, and the residual is worth a pass of
 * its own.
 *
 * @param squaredNorm ||X||^2
 * @param part of ||X||^2 below which the sums cancel to fewer than eight digits
 */
record Cancellation(double squaredNorm, double part) implements Serializable {
  private static final double IN_DOUBLE = 1e-8;

  /** Where sums have seven digits to begin with. */
  private static final double IN_SINGLE = 1e-3;

  /** The bound for sums of a precision. */
  static Cancellation of(double squaredNorm, Precision precision) {
    return new Cancellation(squaredNorm, precision == Precision.SINGLE ? IN_SINGLE : IN_DOUBLE);
  }

  /** Whether a loss, half a sum of squares, is below it. */
  boolean isReached(double loss) {
    return squaredNorm > 0 && 2 * loss < part * squaredNorm;
  }
}
