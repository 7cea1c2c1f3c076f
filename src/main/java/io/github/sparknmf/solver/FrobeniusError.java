package io.github.sparknmf.solver;

import io.github.sparknmf.linalg.Precision;

/**
 * ||X - WH||^2 from quantities that an iteration has anyway: ||X||^2 - 2 <X'W, H'> + <W'W, HH'>,
 * never below 0.
 */
final class FrobeniusError {
  /**
   * Below this part of ||X||^2 the three terms cancel to fewer than eight digits, and the residual
   * is worth a pass of its own.
   */
  private static final double CANCELLATION = 1e-8;

  /** The same where sums have seven digits to begin with. */
  private static final double SINGLE_CANCELLATION = 1e-3;

  private final double squaredNorm;
  private final double cancellation;

  FrobeniusError(double squaredNorm, Precision precision) {
    this.squaredNorm = squaredNorm;
    this.cancellation = precision == Precision.SINGLE ? SINGLE_CANCELLATION : CANCELLATION;
  }

  double squaredResidual(ErrorTerms terms) {
    return Math.max(0, squaredNorm - 2 * terms.cross() + terms.model());
  }

  boolean isCancelled(double squaredResidual) {
    return squaredNorm > 0 && squaredResidual < cancellation * squaredNorm;
  }

  double relative(double squaredResidual) {
    return squaredNorm == 0 ? 0 : Math.sqrt(squaredResidual / squaredNorm);
  }
}
