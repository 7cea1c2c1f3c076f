package io.github.sparknmf.solver;

import java.util.List;

/** What a run ends with, apart from the factors, which stay where they were computed. */
public final class FitResult {
  private final List<Iteration> history;
  private final StopReason stopReason;
  private final double squaredResidual;

  FitResult(List<Iteration> history, StopReason stopReason, double squaredResidual) {
    this.history = List.copyOf(history);
    this.stopReason = stopReason;
    this.squaredResidual = squaredResidual;
  }

  /** One entry for the start values and one for each iteration. */
  public List<Iteration> history() {
    return history;
  }

  /** Why the run ended. */
  public StopReason stopReason() {
    return stopReason;
  }

  /** ||X - WH||^2 of the final factors. */
  public double squaredResidual() {
    return squaredResidual;
  }

  /** Number of iterations run. */
  public int iterations() {
    return history.size() - 1;
  }
}
