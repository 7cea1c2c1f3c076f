package org.sparknmf.select.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sparknmf.engine.joint.JointPasses;
import org.sparknmf.engine.joint.JointSums;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.solver.loop.StoppingRule;
import org.sparknmf.solver.method.NmfSettings;

/**
 * Many factorizations of one X at once, of different ranks and from different seeds, each until it
 * has settled; then it makes place, or the one of the next rank goes on from it. What a trial comes
 * to does not depend, by a single bit, on which others run beside it.
 */
public final class JointTrials {
  /** Passes from one time that W is saved to the next: what it came from fills memory. */
  private static final int SAVE_EVERY = 10;

  private final DistributedMatrix x;
  private final JointPasses passes;
  private final NmfSettings settings;
  private final long[] sample;
  private final TrialListener listener;
  private final SelectionKeeper keeper;
  private final List<TrialResult> results = new ArrayList<>();
  private TrialStarts starts;
  private RunningTrials running;
  private int pass;
  private boolean isCutShort;

  /**
   * Creates trials of which nothing is computed yet.
   *
   * @param settings of each trial but for its rank
   * @param sample rows whose components are wanted
   */
  public JointTrials(
      DistributedMatrix x,
      JointPasses passes,
      NmfSettings settings,
      long[] sample,
      TrialListener listener,
      SelectionKeeper keeper) {
    this.x = x;
    this.passes = passes;
    this.settings = settings;
    this.sample = sample.clone();
    this.listener = listener;
    this.keeper = keeper;
  }

  /**
   * Runs the trials of a batch, or those of them that an earlier run had not done.
   *
   * @param held what is held out of each restart
   * @param saved where to go on; empty to begin
   */
  public List<TrialResult> run(TrialBatch batch, List<HeldOut> held, Optional<SavedBatch> saved) {
    try {
      starts = new TrialStarts(x, settings, new Sights(x, passes, settings, held).take());
      saved.ifPresentOrElse(there -> goOn(there, held), () -> begin(batch, held));
      while (running.size() > 0) {
        improve(batch);
        if (running.isAny(this::isDue)) {
          check(batch);
        }
        if (running.size() > 0) {
          keep(batch);
        }
      }
      return List.copyOf(results);
    } finally {
      passes.release();
    }
  }

  /** Whether there was no time for some trials to settle. */
  public boolean isCutShort() {
    return isCutShort;
  }

  private void begin(TrialBatch batch, List<HeldOut> held) {
    running =
        new RunningTrials(
            held,
            IntStream.range(0, held.size())
                .mapToObj(
                    restart ->
                        batch.first().stream().map(rank -> starts.begin(rank, restart)).toList())
                .toList());
    passes.change("start values", new StartWork(running.groups()), List.of());
  }

  private void goOn(SavedBatch saved, List<HeldOut> held) {
    pass = saved.pass();
    running =
        new RunningTrials(
            saved.groups().stream().map(group -> held.get(group.restart())).toList(),
            saved.groups().stream()
                .map(
                    group ->
                        group.trials().stream()
                            .map(memory -> starts.goOn(memory, group.restart()))
                            .toList())
                .toList());
    passes.restore(saved.groups().stream().map(SavedBatch.Group::w).toList());
  }

  private void improve(TrialBatch batch) {
    pass++;
    String label =
        "%d fits side by side, iteration %d of at most %d"
            .formatted(running.size(), pass, settings.maxIterations() * batch.turns());
    Improvement improvement = new Improvement(running.groups(), x.grid().columns());
    running.improve(passes.change(label, improvement, running.shares()));
  }

  /** Saves what goes on where that is due; where there is no time left, it goes on no more. */
  private void keep(TrialBatch batch) {
    boolean isOver = listener.isOver();
    if (pass % SAVE_EVERY == 0 || keeper.isDue(isOver)) {
      keeper.save(batch, pass, running, passes.save(running.widths()));
    }
    if (isOver) {
      isCutShort = true;
      keeper.cutShort();
      end(batch);
    }
  }

  private boolean isDue(TrialState state) {
    return isLast(state) || state.iterations(pass) % StoppingRule.CHECK_EVERY == 0;
  }

  private boolean isLast(TrialState state) {
    return state.iterations(pass) >= settings.maxIterations();
  }

  private boolean isDone(TrialState state, Measurement.Errors errors) {
    return isDue(state) && (state.isSettled(errors.seen(), settings.tolerance()) || isLast(state));
  }

  /** Looks at the errors; trials that have settled are done. */
  private void check(TrialBatch batch) {
    Checkup checkup = Checkup.of(passes, running, starts, this::isDone);
    if (checkup.isAnyDone()) {
      finish(batch, checkup);
      follow(batch, checkup);
    }
    listener.onCheck(pass, running.size(), results.size());
  }

  /** All trials end as they are, but for those that have not begun. */
  private void end(TrialBatch batch) {
    finish(
        batch, Checkup.of(passes, running, starts, (state, errors) -> state.iterations(pass) > 0));
    running = new RunningTrials(List.of(), List.of());
    listener.onCheck(pass, 0, results.size());
  }

  private void finish(TrialBatch batch, Checkup checkup) {
    List<TrialResult> done = results(checkup);
    results.addAll(done);
    keeper.add(batch.isPermuted(), done);
  }

  /** The results of those that are done. */
  private List<TrialResult> results(Checkup checkup) {
    Membership membership = new Membership(running.groups(), sample);
    List<JointSums> members =
        sample.length == 0
            ? List.of()
            : passes.look("components of sampled rows", membership, running.shares());
    List<TrialResult> done = new ArrayList<>();
    for (int g = 0; g < running.groups().size(); g++) {
      for (int t : checkup.done(g)) {
        TrialState state = running.state(g, t);
        done.add(
            new TrialResult(
                state.trial().rank(),
                state.trial().restart(),
                state.iterations(pass),
                checkup.errors(g, t),
                state.share().ht(),
                sample.length == 0 ? new int[0] : membership.of(members.get(g), t)));
      }
    }
    return done;
  }

  /** Removes the trials that are done, or puts others in their places. */
  private void follow(TrialBatch batch, Checkup checkup) {
    RunningTrials before = running;
    List<HeldOut> held = new ArrayList<>();
    List<List<TrialState>> states = new ArrayList<>();
    List<Integer> sources = new ArrayList<>();
    List<List<Integer>> heirs = new ArrayList<>();
    for (int g = 0; g < before.groups().size(); g++) {
      List<TrialState> own = new ArrayList<>();
      List<Integer> from = new ArrayList<>();
      for (int t = 0; t < before.groups().get(g).size(); t++) {
        Optional<TrialState> heir = heir(batch, before.state(g, t), checkup.done(g).contains(t));
        heir.ifPresent(own::add);
        if (heir.isPresent()) {
          from.add(t);
        }
      }
      if (!own.isEmpty()) {
        held.add(before.groups().get(g).held());
        states.add(own);
        sources.add(g);
        heirs.add(from);
      }
    }
    running = new RunningTrials(held, states);
    if (running.size() > 0) {
      Succession succession = new Succession(before.groups(), running.groups(), sources, heirs);
      passes.change("fits that go on", succession, List.of());
    }
  }

  private Optional<TrialState> heir(TrialBatch batch, TrialState state, boolean isDone) {
    return isDone
        ? batch.after(state.trial().rank()).map(rank -> starts.follow(state, rank, pass))
        : Optional.of(state);
  }
}
