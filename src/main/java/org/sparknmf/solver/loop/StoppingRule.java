package org.sparknmf.solver.loop;

import java.util.Locale;
import java.util.Optional;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.method.NmfSettings;

/**
 * The rule that decides when a fit stops. Multiplicative updates stop by scikit-learn's rule, with
 * the penalties that it leaves out: every ten iterations, if the error, the square root of twice
 * the objective, fell by less than {@code tolerance} times that of the start values since the check
 * before. The other solvers stop as its coordinate descent does: when the projected gradient that
 * an iteration meets is at most {@code tolerance} times that of the first iteration. Mini-batches
 * have a rule of their own, {@link MiniBatchStop}; here only the limits hold for them.
 */
public final class StoppingRule {
  /** Iterations from one check to the next. */
  public static final int CHECK_EVERY = 10;

  private final int maxIterations;
  private final double tolerance;
  private final double maxSeconds;
  private final boolean byGradient;
  private final boolean byBatch;
  private double startError;
  private double checkedError;
  private double seconds;

  /** A rule for one run. */
  public StoppingRule(NmfSettings settings) {
    this.maxIterations = settings.maxIterations();
    this.tolerance = settings.tolerance();
    this.maxSeconds = settings.stopping().maxSeconds();
    this.byGradient = settings.stopsByGradient();
    this.byBatch = settings.miniBatch().isOn();
  }

  /** Takes note of an iteration and says whether, and why, it is the last. */
  public Optional<StopReason> after(Iteration iteration) {
    seconds += iteration.seconds();
    return judged(iteration);
  }

  private Optional<StopReason> judged(Iteration iteration) {
    double error = Math.sqrt(2 * iteration.total());
    if (iteration.number() == 0) {
      startError = error;
      checkedError = error;
      return Optional.empty();
    }
    return converged(iteration, error).or(() -> limit(iteration.number()));
  }

  /**
   * Takes note of all that a run before this one has done, but not of its time: the limit is one
   * for each run. Says whether, and why, its last iteration was the last.
   *
   * @throws InvalidSettingException if this rule would have stopped it before
   */
  public Optional<StopReason> replay(LoopState state) {
    Optional<StopReason> stop = Optional.empty();
    for (Iteration iteration : state.history()) {
      if (stop.isPresent()) {
        throw new InvalidSettingException(
            "max-iterations and tolerance must not stop a run before the %d iterations that it has done, got %s; raise --max-iterations or lower --tolerance, or start anew by --if-exists overwrite"
                .formatted(state.iterations(), stop.get().words()));
      }
      stop = judged(iteration);
      if (state.revivals().contains(iteration.number())) {
        restart();
        stop = Optional.empty();
      }
    }
    return stop;
  }

  /** The factors were changed from outside: what was checked before is no yardstick any more. */
  public void restart() {
    checkedError = Double.POSITIVE_INFINITY;
  }

  private Optional<StopReason> converged(Iteration iteration, double error) {
    if (tolerance == 0 || byBatch) {
      return Optional.empty();
    }
    if (byGradient) {
      return iteration.accepted() && iteration.violation() <= tolerance
          ? Optional.of(new StopReason(true, gradientWords(iteration.violation())))
          : Optional.empty();
    }
    if (iteration.number() % CHECK_EVERY != 0) {
      return Optional.empty();
    }
    double fall = checkedError - error;
    checkedError = error;
    return error == 0 || hasSettled(fall, startError, tolerance)
        ? Optional.of(new StopReason(true, errorWords(fall)))
        : Optional.empty();
  }

  /**
   * Whether an error has fallen too little since it was checked before.
   *
   * @param fall by how much
   * @param scale the error in parts of which the tolerance is
   */
  public static boolean hasSettled(double fall, double scale, double tolerance) {
    return fall / scale < tolerance;
  }

  private Optional<StopReason> limit(int number) {
    if (number >= maxIterations) {
      return Optional.of(new StopReason(false, limitWords()));
    }
    return seconds >= maxSeconds
        ? Optional.of(new StopReason(false, timeWords(number)))
        : Optional.empty();
  }

  private String gradientWords(double violation) {
    return String.format(
        Locale.ROOT,
        "converged: the projected gradient is %.1e of what it was at first, at most the tolerance"
            + " %.1e",
        violation,
        tolerance);
  }

  private String errorWords(double fall) {
    if (checkedError == 0) {
      return startError == 0
          ? "converged: the fit is exact from the start"
          : "converged: the fit is exact";
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
            "not converged: reached the limit of %d %s before the tolerance %.1e",
            maxIterations,
            unit(),
            tolerance)
        : "reached the limit of " + maxIterations + " " + unit() + " as asked";
  }

  private String timeWords(int number) {
    return String.format(
        Locale.ROOT,
        "not converged: the time given, %.0f s, was over after %d %s",
        maxSeconds,
        number,
        unit());
  }

  private String unit() {
    return byBatch ? "passes over X" : "iterations";
  }
}
