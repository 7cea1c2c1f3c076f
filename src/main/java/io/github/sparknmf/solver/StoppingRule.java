package io.github.sparknmf.solver;

import java.util.Locale;
import java.util.Optional;

/**
 * scikit-learn's rule for multiplicative updates: every ten iterations, stop if the error fell by
 * less than {@code tolerance} times the error of the start values since the check before.
 */
public final class StoppingRule {
  /** Iterations from one check to the next. */
  static final int CHECK_EVERY = 10;

  private final int maxIterations;
  private final double tolerance;
  private double startError;
  private double checkedError;

  /** A rule for one run. */
  public StoppingRule(NmfSettings settings) {
    this.maxIterations = settings.maxIterations();
    this.tolerance = settings.tolerance();
  }

  /** Takes note of an iteration and says whether, and why, it is the last. */
  public Optional<StopReason> after(Iteration iteration) {
    double error = iteration.relativeError();
    if (iteration.number() == 0) {
      startError = error;
      checkedError = error;
      return Optional.empty();
    }
    if (tolerance > 0 && iteration.number() % CHECK_EVERY == 0) {
      double fall = checkedError - error;
      if (startError == 0 || fall / startError < tolerance) {
        return Optional.of(new StopReason(true, convergedWords(fall)));
      }
      checkedError = error;
    }
    return iteration.number() < maxIterations
        ? Optional.empty()
        : Optional.of(new StopReason(false, limitWords()));
  }

  private String convergedWords(double fall) {
    if (startError == 0) {
      return "converged: the fit is exact from the start";
    }
    return String.format(
        Locale.ROOT,
        "converged: the last %d iterations lowered the error by %.1e of its starting value, less"
            + " than the tolerance %.1e",
        CHECK_EVERY,
        Math.max(0, fall / startError),
        tolerance);
  }

  private String limitWords() {
    return tolerance > 0
        ? String.format(
            Locale.ROOT,
            "not converged: reached the limit of %d iterations before the tolerance %.1e",
            maxIterations,
            tolerance)
        : "reached the limit of " + maxIterations + " iterations as asked";
  }
}
