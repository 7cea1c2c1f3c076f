package io.github.sparknmf.select;

import io.github.sparknmf.engine.DistributedMatrix;
import io.github.sparknmf.engine.HShare;
import io.github.sparknmf.engine.SidePasses;
import io.github.sparknmf.engine.SideSums;
import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.linalg.Precision;
import io.github.sparknmf.solver.NmfSettings;
import io.github.sparknmf.solver.RandomStart;
import io.github.sparknmf.solver.UpdateRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many factorizations of one X at once, of different ranks and from different seeds, each until it
 * has settled. What a trial comes to does not depend, by a single bit, on which others run beside
 * it.
 */
final class SideBySide {
  /** Updates from one look at the errors to the next, as the loop of a single fit has it. */
  static final int CHECK_EVERY = 10;

  /** Passes from one time that W is saved to the next: what it came from fills memory. */
  private static final int SAVE_EVERY = 10;

  private final DistributedMatrix x;
  private final SidePasses passes;
  private final NmfSettings settings;
  private final long[] sample;
  private final TrialListener listener;
  private final List<TrialResult> results = new ArrayList<>();
  private List<TrialGroup> groups;
  private List<List<TrialState>> states;
  private List<Survey.Seen> seen;
  private int iteration;

  /**
   * Nothing is computed yet.
   *
   * @param settings of each trial but for its rank
   * @param sample rows whose components are wanted
   */
  SideBySide(
      DistributedMatrix x,
      SidePasses passes,
      NmfSettings settings,
      long[] sample,
      TrialListener listener) {
    this.x = x;
    this.passes = passes;
    this.settings = settings;
    this.sample = sample.clone();
    this.listener = listener;
  }

  /**
   * Runs trials of some ranks.
   *
   * @param held what is held out of each restart
   */
  List<TrialResult> run(List<Integer> ranks, List<HeldOut> held) {
    try {
      begin(ranks, held);
      while (!groups.isEmpty()) {
        improve();
        boolean last = iteration >= settings.maxIterations() || listener.isOver();
        if (last || iteration % CHECK_EVERY == 0) {
          check(last);
        }
        if (!groups.isEmpty() && iteration % SAVE_EVERY == 0) {
          passes.save(groups.stream().map(TrialGroup::width).toList());
        }
      }
      return List.copyOf(results);
    } finally {
      passes.release();
    }
  }

  private void begin(List<Integer> ranks, List<HeldOut> held) {
    List<TrialGroup> empty =
        held.stream().map(cells -> new TrialGroup(cells, List.of(), 0)).toList();
    seen =
        passes.change("what each fit sees", new Survey(empty), List.of()).stream()
            .map(Survey.Seen::of)
            .toList();
    groups =
        IntStream.range(0, held.size())
            .mapToObj(
                restart ->
                    new TrialGroup(
                        held.get(restart),
                        ranks.stream().map(rank -> trial(rank, restart)).toList(),
                        restart * ranks.size()))
            .toList();
    states =
        groups.stream().map(group -> group.trials().stream().map(this::state).toList()).toList();
    passes.change("start values", new Start(groups), List.of());
  }

  private Trial trial(int rank, int restart) {
    NmfSettings own = settings.withRank(rank).withSeed(settings.seed() + restart);
    double cells = (double) x.grid().rows() * x.grid().columns();
    double mean = seen.get(restart).mean(cells);
    return new Trial(
        rank, restart, UpdateRules.of(own, x.summary()), new RandomStart(own.seed(), mean, rank));
  }

  private TrialState state(Trial trial) {
    int columns = x.grid().columns();
    double[] values = new double[columns * trial.rank()];
    trial.start().fill(RandomStart.Factor.H, 0, values);
    Factor ht = Factor.zeros(Precision.DOUBLE, columns, trial.rank());
    ht.write(0, columns, values);
    return new TrialState(trial, ht);
  }

  private List<HShare> shares() {
    return states.stream().flatMap(List::stream).map(TrialState::share).toList();
  }

  private int running() {
    return groups.stream().mapToInt(TrialGroup::size).sum();
  }

  private void improve() {
    iteration++;
    String label =
        "%d fits side by side, iteration %d of at most %d"
            .formatted(running(), iteration, settings.maxIterations());
    List<SideSums> sums =
        passes.change(label, new Improvement(groups, x.grid().columns()), shares());
    IntStream.range(0, groups.size())
        .boxed()
        .flatMap(g -> IntStream.range(0, groups.get(g).size()).mapToObj(t -> new int[] {g, t}))
        .parallel()
        .forEach(place -> improve(place[0], place[1], sums.get(place[0])));
  }

  private void improve(int group, int trial, SideSums sums) {
    TrialGroup all = groups.get(group);
    states
        .get(group)
        .get(trial)
        .improve(
            all.columns(sums.product(), 0, x.grid().columns(), trial),
            all.statistics(sums.numbers(), trial));
  }

  /** Looks at the errors; whoever has settled is done, and all are if this is the end. */
  private void check(boolean end) {
    List<HShare> shares = shares();
    Measurement measurement = new Measurement(groups);
    List<SideSums> measured = passes.look("errors", measurement, shares);
    List<List<Integer>> ended = new ArrayList<>();
    List<List<Measurement.Errors>> errors = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      List<Measurement.Errors> own = new ArrayList<>();
      List<Integer> done = new ArrayList<>();
      for (int t = 0; t < groups.get(g).size(); t++) {
        Survey.Seen cells = seen.get(groups.get(g).trials().get(t).restart());
        own.add(
            measurement.errors(
                g, t, measured.get(g), states.get(g).get(t).share().statistics(), cells));
        if (states.get(g).get(t).isSettled(own.get(t).seen(), settings.tolerance()) || end) {
          done.add(t);
        }
      }
      errors.add(own);
      ended.add(done);
    }
    if (ended.stream().anyMatch(done -> !done.isEmpty())) {
      finish(ended, errors, shares);
    }
    listener.onCheck(iteration, running(), results.size());
  }

  private void finish(
      List<List<Integer>> ended, List<List<Measurement.Errors>> errors, List<HShare> shares) {
    Membership membership = new Membership(groups, sample);
    List<SideSums> members = passes.look("components of sampled rows", membership, shares);
    List<TrialGroup> rest = new ArrayList<>();
    List<List<TrialState>> restStates = new ArrayList<>();
    List<Integer> sources = new ArrayList<>();
    List<List<Integer>> kept = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      List<TrialState> own = states.get(g);
      for (int t : ended.get(g)) {
        results.add(
            new TrialResult(
                own.get(t).trial(),
                iteration,
                errors.get(g).get(t),
                own.get(t).share().ht(),
                membership.of(members.get(g), t)));
      }
      List<Integer> left = others(own.size(), ended.get(g));
      if (!left.isEmpty()) {
        sources.add(g);
        kept.add(left);
        restStates.add(left.stream().map(own::get).toList());
        rest.add(
            new TrialGroup(
                groups.get(g).held(),
                left.stream().map(groups.get(g).trials()::get).toList(),
                rest.stream().mapToInt(TrialGroup::size).sum()));
      }
    }
    if (!rest.isEmpty()) {
      passes.change("fits that go on", new Remainder(groups, rest, sources, kept), List.of());
    }
    groups = rest;
    states = restStates;
  }

  private static List<Integer> others(int size, List<Integer> some) {
    return IntStream.range(0, size).boxed().filter(t -> !some.contains(t)).toList();
  }
}
