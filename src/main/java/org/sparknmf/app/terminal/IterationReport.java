package org.sparknmf.app.terminal;

import org.sparknmf.solver.loop.Iteration;
import org.sparknmf.solver.loop.IterationListener;

/** Tells each iteration to the person who waits. */
public final class IterationReport implements IterationListener {
  private final Progress progress;
  private double startError;
  private double lastError;

  public IterationReport(Console console, int maxIterations) {
    this.progress = new Progress(console, maxIterations);
  }

  @Override
  public void onIteration(Iteration iteration) {
    double error = iteration.relativeError();
    if (iteration.number() == 0) {
      startError = error;
    } else if (!iteration.accepted()) {
      progress.rejected(iteration.number(), error, iteration.seconds());
    } else {
      double change = startError == 0 ? 0 : (lastError - error) / startError;
      progress.iteration(iteration.number(), error, change, iteration.seconds());
    }
    lastError = error;
  }
}
