package org.sparknmf.solver.method;

import java.io.Serializable;
import org.sparknmf.solver.InvalidSettingException;

/**
 * The limits at which a factorization ends.
 *
 * @param maxIterations iterations after which to stop in any case
 * @param tolerance see {@code solver.loop.StoppingRule}; 0 never stops early
 * @param maxSeconds time after which no further iteration begins
 * @param criterion what is compared with the tolerance
 */
public record Stopping(int maxIterations, double tolerance, double maxSeconds, Criterion criterion)
    implements Serializable {

  /** Iterations unless told otherwise, as in scikit-learn. */
  public static final int DEFAULT_MAX_ITERATIONS = 200;

  /** Tolerance unless told otherwise, as in scikit-learn. */
  public static final double DEFAULT_TOLERANCE = 1e-4;

  /** Validates every value. */
  public Stopping {
    if (maxIterations < 1) {
      throw new InvalidSettingException(
          "max-iterations must be at least 1, got " + maxIterations + "; raise --max-iterations");
    }
    if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
      throw new InvalidSettingException(
          "tolerance must be a finite number of at least 0, got "
              + tolerance
              + "; 0 switches the early stop off, change --tolerance");
    }
    if (!(maxSeconds > 0)) {
      throw new InvalidSettingException(
          "max-runtime must be above 0, got " + maxSeconds + " s; change --max-runtime");
    }
  }

  /** Limits with the criterion of the solver. */
  public Stopping(int maxIterations, double tolerance, double maxSeconds) {
    this(maxIterations, tolerance, maxSeconds, Criterion.OF_SOLVER);
  }

  /** What is compared with the tolerance. */
  public enum Criterion {
    /** The error or the projected gradient, as the solver has it. */
    OF_SOLVER,
    /** The error, with any solver. */
    ERROR
  }

  /** These limits with another one of time. */
  public Stopping within(double seconds) {
    return new Stopping(maxIterations, tolerance, seconds, criterion);
  }

  /** Limits without one of time. */
  public static Stopping after(int maxIterations, double tolerance) {
    return new Stopping(maxIterations, tolerance, Double.POSITIVE_INFINITY);
  }
}
