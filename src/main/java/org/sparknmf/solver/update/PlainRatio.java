package org.sparknmf.solver.update;

import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.loss.Power;

/**
 * (N / (D + l1 + l2 f))^gamma as in scikit-learn, with gamma = 1 / (2 - beta) below 1, 1 / (beta -
 * 1) above 2, else 1 (Fevotte and Idier, 2011). Without penalties the loss never rises; with them
 * it may where beta is between 1 and 2.
 */
final class PlainRatio implements RatioStep {
  private static final long serialVersionUID = 1L;

  private final Penalty penalty;
  private final Power gamma;

  PlainRatio(double beta, Penalty penalty) {
    this.penalty = penalty;
    this.gamma = new Power(gamma(beta));
  }

  static double gamma(double beta) {
    if (beta < 1) {
      return 1 / (2 - beta);
    }
    return beta > 2 ? 1 / (beta - 1) : 1;
  }

  @Override
  public double of(double n, double d, double f) {
    double denominator = d + Math.fma(penalty.l2(), f, penalty.l1());
    return n > 0 && denominator > 0 ? gamma.of(n / denominator) : 0;
  }
}
