package org.sparknmf.solver.loop;

import java.util.List;

/** What a run ends with, apart from the factors, which stay where they were computed. */
public final class FitResult {
  private final List<Iteration> history;
  private final StopReason stopReason;
  private final double loss;
  private final double penalty;
  private final double relativeError;
  private final double kktResidual;

  FitResult(
      List<Iteration> history,
      StopReason stopReason,
      double loss,
      double penalty,
      double relativeError,
      double kktResidual) {
    this.history = List.copyOf(history);
    this.stopReason = stopReason;
    this.loss = loss;
    this.penalty = penalty;
    this.relativeError = relativeError;
    this.kktResidual = kktResidual;
  }

  /** One entry for the start values and one for each iteration. */
  public List<Iteration> history() {
    return history;
  }

  /** Why the run ended. */
  public StopReason stopReason() {
    return stopReason;
  }

  /** D(X, WH) of the final factors, without penalties. */
  public double loss() {
    return loss;
  }

  /** What the final factors are charged. */
  public double penalty() {
    return penalty;
  }

  /** The relative error as in {@link Iteration}, of the final factors. */
  public double relativeError() {
    return relativeError;
  }

  /**
   * The sum of |projected gradient| of the final factors in parts of that of the start values: 0 in
   * a stationary point.
   */
  public double kktResidual() {
    return kktResidual;
  }

  /** Number of iterations run. */
  public int iterations() {
    return history.size() - 1;
  }
}
