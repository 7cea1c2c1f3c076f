package io.github.sparknmf.app;

import io.github.sparknmf.engine.BlockGrid;
import io.github.sparknmf.engine.DistributedMatrix;
import io.github.sparknmf.engine.EngineSettings;
import io.github.sparknmf.engine.EngineTask;
import io.github.sparknmf.engine.Engines;
import io.github.sparknmf.engine.FactorPart;
import io.github.sparknmf.engine.FactorParts;
import io.github.sparknmf.engine.FactorStart;
import io.github.sparknmf.engine.FitEngine;
import io.github.sparknmf.engine.Orientation;
import io.github.sparknmf.engine.Plan;
import io.github.sparknmf.engine.SingularStart;
import io.github.sparknmf.engine.SparkScope;
import io.github.sparknmf.engine.StartPair;
import io.github.sparknmf.solver.AlternatingLoop;
import io.github.sparknmf.solver.Component;
import io.github.sparknmf.solver.FitResult;
import io.github.sparknmf.solver.HeldSets;
import io.github.sparknmf.solver.IterationListener;
import io.github.sparknmf.solver.NmfSettings;
import io.github.sparknmf.solver.RandomStart;
import io.github.sparknmf.solver.Rules;
import io.github.sparknmf.solver.StartKind;
import io.github.sparknmf.solver.UpdateOrder;
import io.github.sparknmf.solver.UpdateRules;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/** Both factors of X, still where they were computed. Where X was turned, they are turned back. */
final class Factorization {
  private final FitEngine engine;
  private final boolean turned;
  private final FitResult result;
  private final List<Component> components;

  private Factorization(FitEngine engine, boolean turned, FitResult result) {
    this.engine = engine;
    this.turned = turned;
    this.result = result;
    this.components =
        Component.of(
            FactorParts.columnSums(w(), "column sums of W"),
            FactorParts.columnSums(h(), "column sums of H"));
  }

  /** Runs the alternating loop where the plan says. */
  static Factorization run(
      DistributedMatrix x,
      Plan plan,
      NmfSettings settings,
      Beginning beginning,
      EngineSettings engineSettings,
      IterationListener listener,
      SparkScope scope) {
    Engines engines = new Engines(plan.kind(), x, engineSettings, scope);
    boolean turned = x.grid().orientation() == Orientation.COLUMNS;
    NmfSettings held =
        turned ? settings.with(settings.objective().turned(), settings.solver()) : settings;
    HeldSets fixed = turned ? beginning.held().turned() : beginning.held();
    Rules rules = UpdateRules.of(held, x.summary(), fixed);
    StartPair pair = beginning.given().apply(start(beginning.kind(), settings, engines));
    FitEngine engine = engines.open(task(x.grid(), pair, rules, turned));
    IterationListener releasing =
        iteration -> {
          if (iteration.number() == 0) {
            pair.release().run();
          }
          listener.onIteration(iteration);
        };
    FitResult result = new AlternatingLoop(settings, releasing).run(engine, rules.loss());
    return new Factorization(engine, turned, result);
  }

  /** W first in either orientation: turning X changes the order of sums, not the algorithm. */
  private static EngineTask task(BlockGrid grid, StartPair start, Rules rules, boolean turned) {
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

  /** History, stop reason. */
  FitResult result() {
    return result;
  }

  /** W, in order of rows. */
  JavaRDD<FactorPart> w() {
    return turned ? engine.h() : engine.w();
  }

  /** H', in order of columns. */
  JavaRDD<FactorPart> h() {
    return turned ? engine.w() : engine.h();
  }

  /** The components, the heaviest first. */
  List<Component> components() {
    return components;
  }
}
