package io.github.sparknmf.solver;

import io.github.sparknmf.linalg.TallFactor;

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

  private final double squaredNorm;

  FrobeniusError(double squaredNorm) {
    this.squaredNorm = squaredNorm;
  }

  double squaredResidual(FactorSums sums, double[] ht, double[] hGram) {
    double cross = TallFactor.dot(sums.product(), ht);
    double model = TallFactor.dot(sums.gram(), hGram);
    return Math.max(0, squaredNorm - 2 * cross + model);
  }

  boolean isCancelled(double squaredResidual) {
    return squaredNorm > 0 && squaredResidual < CANCELLATION * squaredNorm;
  }

  double relative(double squaredResidual) {
    return squaredNorm == 0 ? 0 : Math.sqrt(squaredResidual / squaredNorm);
  }
}
