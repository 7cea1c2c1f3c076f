package io.github.sparknmf.fit;

import io.github.sparknmf.engine.BlockGrid;
import io.github.sparknmf.engine.DistributedMatrix;
import io.github.sparknmf.engine.EngineTask;
import io.github.sparknmf.engine.Engines;
import io.github.sparknmf.engine.FactorPart;
import io.github.sparknmf.engine.FactorParts;
import io.github.sparknmf.engine.FactorStart;
import io.github.sparknmf.engine.FitEngine;
import io.github.sparknmf.engine.Orientation;
import io.github.sparknmf.engine.SingularStart;
import io.github.sparknmf.engine.StartPair;
import io.github.sparknmf.solver.AlternatingLoop;
import io.github.sparknmf.solver.Component;
import io.github.sparknmf.solver.FitResult;
import io.github.sparknmf.solver.HeldSets;
import io.github.sparknmf.solver.IterationListener;
import io.github.sparknmf.solver.NmfSettings;
import io.github.sparknmf.solver.RandomStart;
import io.github.sparknmf.solver.Revival;
import io.github.sparknmf.solver.Rules;
import io.github.sparknmf.solver.StartKind;
import io.github.sparknmf.solver.UpdateOrder;
import io.github.sparknmf.solver.UpdateRules;
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
  private List<Component> components;

  private Factorization(FitEngine engine, boolean turned, FitResult result, double startSeconds) {
    this.engine = engine;
    this.turned = turned;
    this.result = result;
    this.startSeconds = startSeconds;
  }

  /** Runs the alternating loop: as often as asked, the best is kept. */
  public static Factorization run(Engines engines, FitTask task, IterationListener listener) {
    engines.bringX();
    List<Double> objectives = new ArrayList<>();
    Factorization best = null;
    for (int attempt = 0; attempt < task.attempts().starts(); attempt++) {
      NmfSettings nmf = task.nmf().withSeed(task.nmf().seed() + attempt);
      Factorization one = once(engines, task, nmf, listener);
      objectives.add(one.total());
      if (best == null || one.total() < best.total()) {
        Optional.ofNullable(best).ifPresent(loser -> loser.engine.release());
        best = one;
      } else {
        one.engine.release();
      }
    }
    best.attempts.addAll(objectives);
    return best;
  }

  private static Factorization once(
      Engines engines, FitTask task, NmfSettings nmf, IterationListener listener) {
    DistributedMatrix x = engines.x();
    boolean turned = x.grid().orientation() == Orientation.COLUMNS;
    NmfSettings held = turned ? nmf.with(nmf.objective().turned(), nmf.solver()) : nmf;
    Beginning beginning = task.beginning();
    HeldSets fixed = turned ? beginning.held().turned() : beginning.held();
    Rules rules = UpdateRules.of(held, x.summary(), fixed);
    long began = System.nanoTime();
    StartPair pair = beginning.given().apply(start(beginning.kind(), nmf, engines));
    double startSeconds = (System.nanoTime() - began) / 1e9;
    EngineTask engineTask = engineTask(x.grid(), pair, rules, turned);
    FitEngine engine =
        nmf.miniBatch().isOn() ? engines.openBatches(engineTask, held) : engines.open(engineTask);
    IterationListener releasing =
        iteration -> {
          if (iteration.number() == 0) {
            pair.release().run();
          }
          listener.onIteration(iteration);
        };
    Optional<Revival> revival =
        task.attempts().revive()
            ? Optional.of(revival(nmf, x, beginning.held()))
            : Optional.empty();
    AlternatingLoop loop = new AlternatingLoop(nmf, releasing, revival);
    return new Factorization(engine, turned, loop.run(engine, rules.loss()), startSeconds);
  }

  private static Revival revival(NmfSettings nmf, DistributedMatrix x, HeldSets held) {
    RandomStart start = new RandomStart(nmf.seed(), x.summary().mean(), nmf.rank());
    return x.grid().orientation() == Orientation.COLUMNS
        ? Revival.turned(start, held)
        : Revival.of(start, held);
  }

  private double total() {
    return result.loss() + result.penalty();
  }

  /** W first in either orientation: turning X changes the order of sums, not the algorithm. */
  private static EngineTask engineTask(
      BlockGrid grid, StartPair start, Rules rules, boolean turned) {
    return turned
        ? new EngineTask(grid, start.h(), start.w(), rules, UpdateOrder.COLUMNS_FIRST)
        : new EngineTask(grid, start.w(), start.h(), rules, UpdateOrder.ROWS_FIRST);
  }

  private static StartPair start(StartKind kind, NmfSettings settings, Engines engines) {
    if (kind.isSingular()) {
      return new SingularStart(engines).find(kind.fill(), settings.seed());
    }
    double mean = engines.x().summary().mean();
    RandomStart random = new RandomStart(settings.seed(), mean, settings.rank());
    FactorStart w = (firstRow, target) -> random.fill(RandomStart.Factor.W, firstRow, target);
    FactorStart h = (firstRow, target) -> random.fill(RandomStart.Factor.H, firstRow, target);
    return StartPair.of(w, h);
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
