package org.sparknmf.solver.divergence;

import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.loss.Power;

/**
 * (N / (D + l1 + l2 f))^gamma as in scikit-learn, gamma being {@link Divergence#exponent}. Without
 * penalties the loss never rises; with them it may where beta is between 1 and 2.
 */
final class PlainRatio implements RatioStep {
  private static final long serialVersionUID = 1L;

  private final Penalty penalty;
  private final Power gamma;

  PlainRatio(double gamma, Penalty penalty) {
    this.penalty = penalty;
    this.gamma = new Power(gamma);
  }

  @Override
  public double of(double n, double d, double f) {
    double denominator = d + Math.fma(penalty.l2(), f, penalty.l1());
    return n > 0 && denominator > 0 ? gamma.of(n / denominator) : 0;
  }
}
