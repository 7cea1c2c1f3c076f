package org.sparknmf.ml;

import java.io.Serializable;
import java.util.List;
import org.sparknmf.fit.Factorization;
import org.sparknmf.solver.loop.FitResult;
import org.sparknmf.solver.loop.Iteration;

/**
 * How a fit went.
 *
 * @param objectiveHistory loss and penalties of the start values and after each iteration
 * @param seconds of each of them
 * @param stopReason why it ended, in words
 * @param relativeError of the final factors
 * @param objective loss and penalties of the final factors
 * @param kktResidual how far from a stationary point, in parts of the start values
 */
public record NmfSummary(
    List<Double> objectiveHistory,
    List<Double> seconds,
    String stopReason,
    double relativeError,
    double objective,
    double kktResidual)
    implements Serializable {

  static NmfSummary of(Factorization fit) {
    FitResult result = fit.result();
    return new NmfSummary(
        result.history().stream().map(Iteration::total).toList(),
        result.history().stream().map(Iteration::seconds).toList(),
        result.stopReason().words(),
        result.relativeError(),
        result.loss() + result.penalty(),
        result.kktResidual());
  }

  /** Iterations that were run. */
  public int totalIterations() {
    return objectiveHistory.size() - 1;
  }
}
