package org.sparknmf.report;

import org.sparknmf.solver.loop.Iteration;

/**
 * A line of {@code history.jsonl}.
 *
 * @param iteration 0 for the start values
 * @param objective the loss, half the squared error by default
 * @param penalties what regularisation adds to it
 * @param relativeError ||X - WH|| / ||X||
 * @param accepted whether the factors are those that the iteration came to, rather than those
 *     before it; absent from older histories, where they all are
 * @param seconds of this iteration
 * @param bytesMoved between driver and executors
 */
public record HistoryLine(
    int iteration,
    double objective,
    double penalties,
    double relativeError,
    Boolean accepted,
    double seconds,
    long bytesMoved) {

  /** The line of an iteration. */
  public static HistoryLine of(Iteration iteration) {
    return new HistoryLine(
        iteration.number(),
        iteration.objective(),
        iteration.penalties(),
        iteration.relativeError(),
        iteration.accepted(),
        iteration.seconds(),
        iteration.bytesMoved());
  }
}
