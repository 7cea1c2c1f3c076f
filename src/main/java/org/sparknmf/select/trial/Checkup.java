package org.sparknmf.select.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.sparknmf.engine.joint.JointPasses;
import org.sparknmf.engine.joint.JointSums;

/**
 * A look at the errors of all trials.
 *
 * @param errors of each trial, group after group
 * @param done the trials of each group that are done
 */
record Checkup(List<List<Measurement.Errors>> errors, List<List<Integer>> done) {

  /**
   * Measures the running trials.
   *
   * @param isDone whether a trial is, with such errors
   */
  static Checkup of(
      JointPasses passes,
      RunningTrials trials,
      TrialStarts starts,
      BiPredicate<TrialState, Measurement.Errors> isDone) {
    Measurement measurement = new Measurement(trials.groups());
    List<JointSums> measured = passes.look("errors", measurement, trials.shares());
    List<List<Measurement.Errors>> errors = new ArrayList<>();
    List<List<Integer>> done = new ArrayList<>();
    for (int g = 0; g < trials.groups().size(); g++) {
      int group = g;
      List<TrialState> states = trials.states(g);
      List<Measurement.Errors> own =
          IntStream.range(0, states.size())
              .mapToObj(
                  t ->
                      measurement.errors(
                          t,
                          measured.get(group),
                          states.get(t),
                          starts.sight(states.get(t).trial())))
              .toList();
      errors.add(own);
      done.add(
          IntStream.range(0, states.size())
              .filter(t -> isDone.test(states.get(t), own.get(t)))
              .boxed()
              .toList());
    }
    return new Checkup(errors, done);
  }

  Measurement.Errors errors(int group, int trial) {
    return errors.get(group).get(trial);
  }

  /** The trials of a group that are done. */
  List<Integer> done(int group) {
    return done.get(group);
  }

  boolean isAnyDone() {
    return done.stream().anyMatch(some -> !some.isEmpty());
  }
}
