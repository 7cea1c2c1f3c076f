package io.github.sparknmf.solver;

import io.github.sparknmf.linalg.TallFactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The one loop: W, then H, until the stopping rule says why to stop. It does not know which rule
 * updates, nor where the rows are.
 */
public final class AlternatingLoop {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int COLUMNS_AT_A_TIME = 1024;

  private final NmfSettings settings;
  private final UpdateRule rule;
  private final IterationListener listener;

  /** A loop that tells each iteration to the listener. */
  public AlternatingLoop(NmfSettings settings, UpdateRule rule, IterationListener listener) {
    this.settings = settings;
    this.rule = rule;
    this.listener = listener;
  }

  /**
   * Runs to the end.
   *
   * @param rows holds X and the start value of W; holds the final W afterwards
   * @param squaredNorm ||X||^2
   * @param ht start value of H' (n x k), row-major, modified: the final H'
   */
  public FitResult run(RowSide rows, double squaredNorm, double[] ht) {
    int rank = settings.rank();
    FrobeniusError error = new FrobeniusError(squaredNorm);
    StoppingRule stopping = new StoppingRule(settings);
    List<Iteration> history = new ArrayList<>();
    double[] hGram = TallFactor.gram(ht, rank);

    long began = System.nanoTime();
    FactorSums sums = rows.sums();
    double residual = error.squaredResidual(sums, ht, hGram);
    Optional<StopReason> stop = note(iteration(0, residual, error, began, rows), history, stopping);
    while (stop.isEmpty()) {
      began = System.nanoTime();
      sums = rows.update(ht, hGram);
      updateColumns(ht, sums);
      hGram = TallFactor.gram(ht, rank);
      residual = error.squaredResidual(sums, ht, hGram);
      stop = note(iteration(history.size(), residual, error, began, rows), history, stopping);
    }
    if (error.isCancelled(residual)) {
      residual = rows.squaredResidual(ht);
    }
    return new FitResult(ht, history, stop.get(), residual);
  }

  /** Rows of H' do not depend on each other: all cores of the driver share them. */
  private void updateColumns(double[] ht, FactorSums sums) {
    int rank = settings.rank();
    int columns = ht.length / rank;
    IntStream.rangeClosed(0, (columns - 1) / COLUMNS_AT_A_TIME)
        .parallel()
        .forEach(
            chunk -> {
              int first = chunk * COLUMNS_AT_A_TIME;
              int count = Math.min(COLUMNS_AT_A_TIME, columns - first);
              Workspace workspace = new Workspace(rank);
              rule.update(ht, first, count, sums.product(), first, sums.gram(), workspace);
            });
  }

  private Optional<StopReason> note(
      Iteration iteration, List<Iteration> history, StoppingRule stopping) {
    history.add(iteration);
    listener.onIteration(iteration);
    return stopping.after(iteration);
  }

  private static Iteration iteration(
      int number, double residual, FrobeniusError error, long began, RowSide rows) {
    double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
    return new Iteration(
        number, residual / 2, error.relative(residual), seconds, rows.bytesMoved());
  }
}
