package org.sparknmf.solver.loop;

import java.io.Serializable;

/**
 * One line of the history.
 *
 * @param number 0 for the start values, then 1, 2, ...
 * @param objective the loss, without penalties
 * @param penalties what is added to it for the factors' sizes
 * @param relativeError the square root of the loss in parts of X's own: ||X - WH|| / ||X|| for the
 *     Frobenius norm, the root of D(X, WH) / D(X, mean of X) for other losses; 0 for an all-zero X
 * @param violation the sum of |projected gradient| that the iteration met in parts of that of the
 *     first one; NaN where the solver does not tell
 * @param accepted whether the factors are those that the iteration came to; else they are those
 *     before it, and so is all that is said of them
 * @param seconds wall-clock time of this iteration
 * @param bytesMoved bytes between driver and workers
 */
public record Iteration(
    int number,
    double objective,
    double penalties,
    double relativeError,
    double violation,
    boolean accepted,
    double seconds,
    long bytesMoved)
    implements Serializable {

  /** What is minimised: loss and penalties. */
  public double total() {
    return objective + penalties;
  }
}
