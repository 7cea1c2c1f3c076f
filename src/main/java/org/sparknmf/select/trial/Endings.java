package org.sparknmf.select.trial;

import java.util.ArrayList;
import java.util.List;
import org.sparknmf.engine.joint.JointPasses;
import org.sparknmf.engine.joint.JointSums;

/** What becomes of trials that are done. */
final class Endings {
  private final JointPasses passes;
  private final RunningTrials trials;
  private final long[] sample;

  /**
   * Creates endings of which nothing is measured yet.
   *
   * @param sample rows whose components are wanted
   */
  Endings(JointPasses passes, RunningTrials trials, long[] sample) {
    this.passes = passes;
    this.trials = trials;
    this.sample = sample.clone();
  }

  /**
   * The results of those that are done.
   *
   * @param pass the last
   */
  List<TrialResult> of(Checkup checkup, int pass) {
    Membership membership = new Membership(trials.groups(), sample);
    List<JointSums> members =
        sample.length == 0
            ? List.of()
            : passes.look("components of sampled rows", membership, trials.shares());
    List<TrialResult> results = new ArrayList<>();
    for (int g = 0; g < trials.groups().size(); g++) {
      for (int t : checkup.done(g)) {
        TrialState state = trials.state(g, t);
        int[] components = sample.length == 0 ? new int[0] : membership.of(members.get(g), t);
        results.add(
            new TrialResult(
                state.trial().rank(),
                state.trial().restart(),
                state.iterations(pass),
                checkup.errors(g, t),
                state.share().ht(),
                components));
      }
    }
    return results;
  }
}
