package io.github.sparknmf.fit;

import io.github.sparknmf.engine.Engines;
import io.github.sparknmf.solver.IterationListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs attempt after attempt, those of an earlier run left out, and keeps the best. */
final class BestAttempt {
  private final Engines engines;
  private final FitTask task;
  private final IterationListener listener;
  private final RunKeeper keeper;
  private final Optional<Savepoint> before;
  private final TimeLeft time;
  private final List<Double> objectives;
  private Factorization best;

  /** Has done nothing yet, but the time runs. */
  BestAttempt(Engines engines, FitTask task, IterationListener listener, RunKeeper keeper) {
    this.engines = engines;
    this.task = task;
    this.listener = listener;
    this.keeper = keeper;
    this.before = keeper.resumed();
    this.time = new TimeLeft(task.nmf().maxSeconds());
    this.objectives = new ArrayList<>(before.map(Savepoint::objectives).orElseGet(List::of));
  }

  Factorization find() {
    before.flatMap(savepoint -> Optional.ofNullable(savepoint.best())).ifPresent(this::recall);
    int starts = task.attempts().starts();
    boolean cutShort = false;
    for (int number = first(); number < starts && !cutShort; number++) {
      Factorization one = attempt(number);
      boolean whole = !one.isCutShort(task);
      cutShort = !whole || (number + 1 < starts && time.isOver());
      objectives.add(one.total());
      boolean better = best == null || one.total() < best.total();
      if (whole) {
        keeper.ended(one.total(), better);
      }
      keepBetter(one, better);
    }
    return best.ofAttempts(objectives, !cutShort);
  }

  /** The best that the run before this one had found; nothing of it is left to do. */
  private void recall(Stage end) {
    best = new Attempt(engines, task, listener, RunKeeper.NONE, end.attempt()).from(end);
  }

  private int first() {
    return before.map(savepoint -> savepoint.current().attempt()).orElse(0);
  }

  private Factorization attempt(int number) {
    FitTask within = task.within(time.seconds());
    Attempt attempt = new Attempt(engines, within, listener, keeper, number);
    Optional<Stage> stage =
        before.map(Savepoint::current).filter(current -> current.attempt() == number);
    return stage.map(attempt::from).orElseGet(attempt::fromTheStart);
  }

  private void keepBetter(Factorization one, boolean better) {
    Factorization loser = better ? best : one;
    if (loser != null) {
      loser.release();
    }
    best = better ? one : best;
  }
}
