package org.sparknmf.solver.divergence;

import org.sparknmf.solver.Penalty;

/**
 * The ratio r = f_new / f that makes the usual majorizer of the beta-divergence (Fevotte and Idier,
 * 2011) plus the penalties smallest, so that their sum never rises, whatever their weights. The
 * majorizer's derivative is, up to a power of r, D r^p + l1 r^q + l2 f r^s - N with
 *
 * <pre>
 *                     p          q          s
 *   beta below 1      2 - beta   2 - beta   3 - beta
 *   beta from 1 to 2  1          2 - beta   3 - beta
 *   beta above 2      beta - 1   0          1
 * </pre>
 *
 * <p>It rises with r; its zero is found by Newton's method for ln r, which converges from any
 * start, because the logarithm of such a sum is convex in ln r. For beta = 1 it is the root of a
 * quadratic.
 */
final class MajorizedRatio implements RatioStep {
  private static final long serialVersionUID = 1L;
  private static final int MOST_STEPS = 100;
  private static final double PRECISION = 1e-15;

  private final double beta;
  private final Penalty penalty;
  private final double p;
  private final double q;
  private final double s;

  MajorizedRatio(double beta, Penalty penalty) {
    this.beta = beta;
    this.penalty = penalty;
    if (beta > 2) {
      this.p = beta - 1;
      this.q = 0;
      this.s = 1;
    } else {
      this.p = beta < 1 ? 2 - beta : 1;
      this.q = 2 - beta;
      this.s = 3 - beta;
    }
  }

  @Override
  public double of(double n, double d, double f) {
    double right = q == 0 ? n - penalty.l1() : n;
    double left = q == 0 ? 0 : penalty.l1();
    double square = penalty.l2() * f;
    if (!(right > 0) || !(d + left + square > 0) || f == 0) {
      return 0;
    }
    return beta == 1 ? root(right, d + left, square) : newton(right, d, left, square);
  }

  /** The positive root of square r^2 + linear r = right, in the form that does not cancel. */
  private static double root(double right, double linear, double square) {
    return 2 * right / (linear + Math.sqrt(linear * linear + 4 * square * right));
  }

  /** Every term in parts of the right side and by its logarithm: none can over- or underflow. */
  private double newton(double right, double d, double left, double square) {
    double goal = StrictMath.log(right);
    double logD = StrictMath.log(d) - goal;
    double logLeft = StrictMath.log(left) - goal;
    double logSquare = StrictMath.log(square) - goal;
    double t = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      double first = logD + p * t;
      double second = logLeft + q * t;
      double third = logSquare + s * t;
      double largest = Math.max(first, Math.max(second, third));
      first = StrictMath.exp(first - largest);
      second = StrictMath.exp(second - largest);
      third = StrictMath.exp(third - largest);
      double sum = first + second + third;
      double slope = (p * first + q * second + s * third) / sum;
      double change = (largest + StrictMath.log(sum)) / slope;
      t -= change;
      if (Math.abs(change) <= PRECISION * Math.max(1, Math.abs(t))) {
        break;
      }
    }
    return StrictMath.exp(t);
  }
}
