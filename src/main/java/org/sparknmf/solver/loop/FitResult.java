package org.sparknmf.solver.loop;

import java.util.List;

/**
 * What a run ends with, apart from the factors, which stay where they were computed.
 *
 * @param history one entry for the start values and one for each iteration
 * @param stopReason why the run ended
 * @param loss D(X, WH) of the final factors, without penalties
 * @param penalty what the final factors are charged
 * @param relativeError as in {@link Iteration}, of the final factors
 * @param kktResidual the sum of |projected gradient| of the final factors in parts of that of the
 *     start values: 0 in a stationary point
 */
public record FitResult(
    List<Iteration> history,
    StopReason stopReason,
    double loss,
    double penalty,
    double relativeError,
    double kktResidual) {

  /** Copies the history. */
  public FitResult {
    history = List.copyOf(history);
  }

  /** Number of iterations run. */
  public int iterations() {
    return history.size() - 1;
  }

  /** Number of iterations that were taken back. */
  public int rejected() {
    return (int) history.stream().filter(iteration -> !iteration.accepted()).count();
  }
}
