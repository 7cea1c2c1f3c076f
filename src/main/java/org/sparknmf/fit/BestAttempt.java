package org.sparknmf.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sparknmf.engine.Engines;
import org.sparknmf.engine.factor.SavedFactor;
import org.sparknmf.solver.loop.IterationListener;

/**
 * Runs attempt after attempt, those of an earlier run left out, and keeps the best; or, where that
 * is asked for, makes one more of what they have in common.
 */
public final class BestAttempt {
  private final Engines engines;
  private final FitTask task;
  private final IterationListener listener;
  private final RunKeeper keeper;
  private final Optional<Savepoint> before;
  private final TimeLeft time;
  private final List<Double> objectives;
  private final List<SavedFactor> compared = new ArrayList<>();
  private Factorization best;

  /** Creates attempts of which none has run yet; their time begins now. */
  private BestAttempt(Engines engines, FitTask task, IterationListener listener, RunKeeper keeper) {
    this.engines = engines;
    this.task = task;
    this.listener = listener;
    this.keeper = keeper;
    this.before = keeper.resumed();
    this.time = new TimeLeft(task.nmf().stopping().maxSeconds());
    this.objectives = new ArrayList<>(before.map(Savepoint::objectives).orElseGet(List::of));
  }

  /** Runs the alternating loop: as often as asked, the best is kept. */
  public static Factorization find(Engines engines, FitTask task, IterationListener listener) {
    return find(engines, task, listener, RunKeeper.NONE);
  }

  /** Goes on from the savepoint that was adopted, if there is one, and saves what it comes to. */
  public static Factorization find(
      Engines engines, FitTask task, IterationListener listener, RunKeeper keeper) {
    engines.bringX();
    return new BestAttempt(engines, task, listener, keeper).find();
  }

  /** Refuses to begin what could not be brought to an end. */
  private void requireRoom() {
    if (task.attempts().consensus().isPresent()) {
      int starts = task.attempts().starts();
      long columns = ConsensusStart.columns(engines.x());
      engines.requireBesideH(
          (double) starts * columns * task.nmf().rank() * Double.BYTES,
          "comparing H of %d fits".formatted(starts),
          "lower --consensus or --rank");
    }
  }

  private Factorization find() {
    requireRoom();
    before.ifPresent(this::recall);
    int starts = task.attempts().starts();
    boolean cutShort = false;
    for (int number = first(); number < starts && !cutShort; number++) {
      Factorization one = attempt(task, number);
      boolean whole = !one.isCutShort(task);
      cutShort = !whole || (number + 1 < starts && time.isOver());
      objectives.add(one.total());
      boolean better = best == null || one.total() < best.total();
      if (whole) {
        compare(one);
        keeper.ended(one.total(), better);
      }
      keepBetter(one, better);
    }
    boolean wantsMore = task.attempts().consensus().isPresent();
    if (wantsMore && !cutShort && !time.isOver()) {
      return common(starts);
    }
    return best.ofAttempts(objectives, !cutShort && !wantsMore);
  }

  /** What the run before this one had found; nothing of it is left to do. */
  private void recall(Savepoint savepoint) {
    savepoint.compared().forEach(index -> compared.add(engines.store().open(index)));
    Stage end = savepoint.best();
    if (end != null) {
      best = new Attempt(engines, task, listener, RunKeeper.NONE, end.attempt()).from(end);
    }
  }

  private int first() {
    return before.map(savepoint -> savepoint.current().attempt()).orElse(0);
  }

  private Factorization attempt(FitTask wanted, int number) {
    FitTask within = wanted.within(time.seconds());
    Attempt attempt = new Attempt(engines, within, listener, keeper, number);
    Optional<Stage> stage =
        before.map(Savepoint::current).filter(current -> current.attempt() == number);
    return stage.map(attempt::from).orElseGet(attempt::fromTheStart);
  }

  private void compare(Factorization one) {
    if (task.attempts().consensus().isPresent()) {
      SavedFactor ht = one.saveH(engines);
      compared.add(ht);
      keeper.compare(ht);
    }
  }

  private void keepBetter(Factorization one, boolean better) {
    Factorization loser = better ? best : one;
    if (loser != null) {
      loser.release();
    }
    best = better ? one : best;
  }

  /** One more, with the components that all have in common; the best if they have too few. */
  private Factorization common(int number) {
    ConsensusStart start =
        new ConsensusStart(compared, task.attempts().consensus().orElseThrow(), engines.x());
    if (start.ht().isEmpty()) {
      return best.ofAttempts(objectives, true).ofConsensus(start.found());
    }
    best.release();
    FitTask held = task.holding(start.ht().get());
    Factorization one = attempt(held, number);
    return one.ofAttempts(objectives, !one.isCutShort(held)).ofConsensus(start.found());
  }
}
