package org.sparknmf.select.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.joint.JointSums;

/** Trials that go on, in groups, and where each stands. */
public final class RunningTrials {
  private final List<TrialGroup> groups;
  private final List<List<TrialState>> states;

  /**
   * Creates a set of running trials.
   *
   * @param held what is held out of each group
   * @param states the trials of each
   */
  RunningTrials(List<HeldOut> held, List<List<TrialState>> states) {
    this.states = List.copyOf(states);
    List<TrialGroup> all = new ArrayList<>();
    int first = 0;
    for (int g = 0; g < held.size(); g++) {
      List<Trial> trials = states.get(g).stream().map(TrialState::trial).toList();
      all.add(new TrialGroup(held.get(g), trials, first));
      first += trials.size();
    }
    this.groups = List.copyOf(all);
  }

  List<TrialGroup> groups() {
    return groups;
  }

  public TrialState state(int group, int trial) {
    return states.get(group).get(trial);
  }

  public List<TrialState> states(int group) {
    return states.get(group);
  }

  /** Whether any trial is of that kind. */
  boolean isAny(Predicate<TrialState> which) {
    return states.stream().flatMap(List::stream).anyMatch(which);
  }

  /** How many trials there are. */
  int size() {
    return groups.stream().mapToInt(TrialGroup::size).sum();
  }

  /** Columns of the W of each group. */
  List<Integer> widths() {
    return groups.stream().map(group -> group.w().width()).toList();
  }

  /** What is known of every H, group after group. */
  public List<HShare> shares() {
    return states.stream().flatMap(List::stream).map(TrialState::share).toList();
  }

  /** Improves every H' once, by the sums that an {@link Improvement} has made. */
  void improve(List<JointSums> sums) {
    IntStream.range(0, groups.size())
        .boxed()
        .flatMap(g -> IntStream.range(0, groups.get(g).size()).mapToObj(t -> new int[] {g, t}))
        .parallel()
        .forEach(place -> improve(place[0], place[1], sums.get(place[0])));
  }

  private void improve(int group, int trial, JointSums sums) {
    TrialGroup all = groups.get(group);
    state(group, trial)
        .improve(
            all.terms().get(sums.product(), 0, sums.product().rows(), trial),
            all.statistics(sums.numbers(), trial));
  }
}
