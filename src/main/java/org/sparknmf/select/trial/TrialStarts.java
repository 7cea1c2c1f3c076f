package org.sparknmf.select.trial;

import java.util.List;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.solver.start.RandomStart;

/**
 * Makes the trials on one X.
 *
 * @param settings of each but for its rank
 * @param sights what the trials of each restart see of X
 */
record TrialStarts(DistributedMatrix x, NmfSettings settings, List<Sight> sights) {

  /** What a trial sees. */
  Sight sight(Trial trial) {
    return sights.get(trial.restart());
  }

  /** A trial at its start. */
  TrialState begin(int rank, int restart) {
    Trial trial = trial(rank, restart);
    Factor ht = trial.startRows(RandomStart.FactorName.H, 0, x.grid().columns());
    return new TrialState(trial, 0, ht, Double.NaN);
  }

  /** A trial where an earlier run left it. */
  TrialState goOn(SavedBatch.Memory memory, int restart) {
    return new TrialState(
        trial(memory.rank(), restart), memory.began(), memory.ht(), memory.checkedError());
  }

  /**
   * A trial of a larger rank, from where another has ended.
   *
   * @param pass the last
   */
  TrialState follow(TrialState before, int rank, int pass) {
    Trial trial = trial(rank, before.trial().restart());
    Factor ht = Succession.widened(before.share().ht(), trial, RandomStart.FactorName.H, 0);
    return new TrialState(trial, pass, ht, Double.NaN);
  }

  private Trial trial(int rank, int restart) {
    NmfSettings own = settings.withRank(rank).withSeed(settings.seed() + restart);
    MatrixSummary seen = sights.get(restart).summary();
    return new Trial(
        rank, restart, UpdateRules.of(own, seen), new RandomStart(own.seed(), seen.mean(), rank));
  }
}
