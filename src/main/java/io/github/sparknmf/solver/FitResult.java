package io.github.sparknmf.solver;

import java.util.List;

/** What a run ends with, apart from W, which stays where it was computed. */
public final class FitResult {
  private final double[] ht;
  private final List<Iteration> history;
  private final StopReason stopReason;
  private final double squaredResidual;

  FitResult(double[] ht, List<Iteration> history, StopReason stopReason, double squaredResidual) {
    this.ht = ht;
    this.history = List.copyOf(history);
    this.stopReason = stopReason;
    this.squaredResidual = squaredResidual;
  }

  /** H' (n x k), row-major, not to be modified. */
  public double[] ht() {
    return ht;
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
