package io.github.sparknmf.fit;

import io.github.sparknmf.engine.Engines;
import io.github.sparknmf.engine.FactorPart;
import io.github.sparknmf.engine.FactorParts;
import io.github.sparknmf.engine.FitEngine;
import io.github.sparknmf.solver.Component;
import io.github.sparknmf.solver.FitResult;
import io.github.sparknmf.solver.IterationListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;

/** Both factors of X, still where they were computed. Where X was turned, they are turned back. */
public final class Factorization {
  private final FitEngine engine;
  private final boolean turned;
  private final FitResult result;
  private final double startSeconds;
  private final List<Double> attempts = new ArrayList<>();
  private boolean complete;
  private List<Component> components;

  Factorization(FitEngine engine, boolean turned, FitResult result, double startSeconds) {
    this.engine = engine;
    this.turned = turned;
    this.result = result;
    this.startSeconds = startSeconds;
  }

  /** Runs the alternating loop: as often as asked, the best is kept. */
  public static Factorization run(Engines engines, FitTask task, IterationListener listener) {
    return run(engines, task, listener, RunKeeper.NONE);
  }

  /** Goes on from the savepoint that was adopted, if there is one, and saves what it comes to. */
  public static Factorization run(
      Engines engines, FitTask task, IterationListener listener, Savepoints savepoints) {
    return run(engines, task, listener, (RunKeeper) savepoints);
  }

  private static Factorization run(
      Engines engines, FitTask task, IterationListener listener, RunKeeper keeper) {
    engines.bringX();
    Optional<Savepoint> before = keeper.resumed();
    List<Double> objectives =
        new ArrayList<>(before.map(Savepoint::objectives).orElseGet(List::of));
    Factorization best =
        before
            .flatMap(savepoint -> Optional.ofNullable(savepoint.best()))
            .map(end -> new Attempt(engines, task, listener, RunKeeper.NONE, end.attempt()))
            .map(attempt -> attempt.from(before.get().best()))
            .orElse(null);
    Optional<Stage> stage = before.map(Savepoint::current);
    int first = stage.map(Stage::attempt).orElse(0);
    TimeLeft time = new TimeLeft(task.nmf().maxSeconds());
    boolean cutShort = false;
    for (int number = first; number < task.attempts().starts() && !cutShort; number++) {
      FitTask within = task.within(time.seconds());
      Attempt attempt = new Attempt(engines, within, listener, keeper, number);
      Factorization one =
          stage.isPresent() && number == first ? attempt.from(stage.get()) : attempt.fromTheStart();
      cutShort = one.isCutShort(task) || (number + 1 < task.attempts().starts() && time.isOver());
      objectives.add(one.total());
      boolean better = best == null || one.total() < best.total();
      if (!one.isCutShort(task)) {
        keeper.ended(one.total(), better);
      }
      if (better) {
        Optional.ofNullable(best).ifPresent(loser -> loser.engine.release());
        best = one;
      } else {
        one.engine.release();
      }
    }
    best.attempts.addAll(objectives);
    best.complete = !cutShort;
    return best;
  }

  private double total() {
    return result.loss() + result.penalty();
  }

  private boolean isCutShort(FitTask task) {
    return !result.stopReason().converged() && result.iterations() < task.nmf().maxIterations();
  }

  /** Whether all was done that was asked for; else the time given was over before. */
  public boolean isComplete() {
    return complete;
  }

  /** How long it took to find the start values, where that is work. */
  public double startSeconds() {
    return startSeconds;
  }

  /** History, stop reason. */
  public FitResult result() {
    return result;
  }

  /** W, in order of rows. */
  public JavaRDD<FactorPart> w() {
    return turned ? engine.h() : engine.w();
  }

  /** H', in order of columns. */
  public JavaRDD<FactorPart> h() {
    return turned ? engine.w() : engine.h();
  }

  /** The objective, penalties included, that each attempt came to; this is the least of them. */
  public List<Double> attempts() {
    return attempts;
  }

  /** How many components have vanished. */
  public int deadComponents() {
    return (int) components().stream().filter(component -> component.weight() == 0).count();
  }

  /** The components, the heaviest first. */
  public List<Component> components() {
    if (components == null) {
      double[] wSums = FactorParts.columnSums(w(), "column sums of W");
      components = Component.of(wSums, FactorParts.columnSums(h(), "column sums of H"));
    }
    return components;
  }
}
