package org.sparknmf.select;

import java.util.Arrays;
import java.util.List;
import org.sparknmf.select.trial.TrialResult;

/**
 * What the trials of a rank came to. A figure that is not defined, or was not asked for, is NaN.
 *
 * @param rank k
 * @param heldOutErrors of each restart: relative error over the cells held out of it
 * @param relativeError the least of the restarts over the cells they saw
 * @param nullError the same where the columns of X are permuted
 * @param silhouette mean over the components
 * @param leastSilhouette of the least stable one
 * @param cophenetic correlation of the consensus of the sampled rows
 * @param dispersion of that consensus
 * @param iterations the most that a restart took
 */
public record RankSummary(
    int rank,
    List<Double> heldOutErrors,
    double relativeError,
    double nullError,
    double silhouette,
    double leastSilhouette,
    double cophenetic,
    double dispersion,
    int iterations) {

  /**
   * The summary of the trials of one rank.
   *
   * @param trials by restart
   * @param nullError see above
   */
  public static RankSummary of(List<TrialResult> trials, double nullError) {
    double[] silhouettes = silhouettes(trials);
    ConsensusMatrix consensus =
        ConsensusMatrix.of(trials.stream().map(TrialResult::components).toList());
    return new RankSummary(
        trials.get(0).rank(),
        trials.stream().map(TrialResult::heldOutError).toList(),
        trials.stream().mapToDouble(TrialResult::relativeError).min().orElseThrow(),
        nullError,
        Arrays.stream(silhouettes).average().orElse(Double.NaN),
        Arrays.stream(silhouettes).min().orElse(Double.NaN),
        trials.size() > 1 ? consensus.cophenetic() : Double.NaN,
        trials.size() > 1 ? consensus.dispersion() : Double.NaN,
        trials.stream().mapToInt(TrialResult::iterations).max().orElseThrow());
  }

  /** The silhouettes; none where nothing can be compared: one restart, or one component. */
  private static double[] silhouettes(List<TrialResult> trials) {
    if (trials.size() == 1 || trials.get(0).rank() == 1) {
      return new double[0];
    }
    return new Stability(trials.stream().map(TrialResult::ht).toList()).silhouettes();
  }

  /** Mean over the restarts of the error over held-out cells. */
  public double heldOutError() {
    return heldOutErrors.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /** Standard error of that mean; NaN of one restart. */
  public double heldOutDeviation() {
    double mean = heldOutError();
    double squares =
        heldOutErrors.stream().mapToDouble(error -> (error - mean) * (error - mean)).sum();
    int count = heldOutErrors.size();
    return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1) / count);
  }
}
