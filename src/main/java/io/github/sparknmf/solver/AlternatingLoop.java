package io.github.sparknmf.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one loop: improve both factors until the stopping rule says why to stop. It does not know
 * which rule updates, nor where the factors are.
 */
public final class AlternatingLoop {
  private static final double NANOS_PER_SECOND = 1e9;

  private final NmfSettings settings;
  private final IterationListener listener;

  /** A loop that tells each iteration to the listener. */
  public AlternatingLoop(NmfSettings settings, IterationListener listener) {
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * Runs to the end.
   *
   * @param factors holds X and the start values; holds the final factors afterwards
   * @param squaredNorm ||X||^2
   */
  public FitResult run(Alternation factors, double squaredNorm) {
    FrobeniusError error = new FrobeniusError(squaredNorm, settings.precision());
    StoppingRule stopping = new StoppingRule(settings);
    List<Iteration> history = new ArrayList<>();

    long began = System.nanoTime();
    double residual = error.squaredResidual(factors.start());
    Optional<StopReason> stop =
        note(iteration(0, residual, error, began, factors), history, stopping);
    while (stop.isEmpty()) {
      began = System.nanoTime();
      residual = error.squaredResidual(factors.iterate());
      stop = note(iteration(history.size(), residual, error, began, factors), history, stopping);
    }
    if (error.isCancelled(residual)) {
      residual = factors.squaredResidual().orElse(residual);
    }
    return new FitResult(history, stop.get(), residual);
  }

  private Optional<StopReason> note(
      Iteration iteration, List<Iteration> history, StoppingRule stopping) {
    history.add(iteration);
    listener.onIteration(iteration);
    return stopping.after(iteration);
  }

  private static Iteration iteration(
      int number, double residual, FrobeniusError error, long began, Alternation factors) {
    double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
    return new Iteration(
        number, residual / 2, error.relative(residual), seconds, factors.bytesMoved());
  }
}
