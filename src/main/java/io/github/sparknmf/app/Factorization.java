package io.github.sparknmf.app;

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
import io.github.sparknmf.engine.SparkScope;
import io.github.sparknmf.solver.AlternatingLoop;
import io.github.sparknmf.solver.Component;
import io.github.sparknmf.solver.FitResult;
import io.github.sparknmf.solver.IterationListener;
import io.github.sparknmf.solver.NmfSettings;
import io.github.sparknmf.solver.RandomStart;
import io.github.sparknmf.solver.Rules;
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
      EngineSettings engineSettings,
      IterationListener listener,
      SparkScope scope) {
    boolean turned = x.grid().orientation() == Orientation.COLUMNS;
    RandomStart start = new RandomStart(settings.seed(), x.summary().mean(), settings.rank());
    FactorStart w = (firstRow, target) -> start.fill(RandomStart.Factor.W, firstRow, target);
    FactorStart h = (firstRow, target) -> start.fill(RandomStart.Factor.H, firstRow, target);
    NmfSettings held =
        turned ? settings.with(settings.objective().turned(), settings.solver()) : settings;
    Rules rules = UpdateRules.of(held, x.summary());
    // W first in either orientation: turning X changes the order of sums, not the algorithm.
    Engines engines = new Engines(plan.kind(), x, engineSettings, scope);
    FitEngine engine =
        engines.open(
            turned
                ? new EngineTask(x.grid(), h, w, rules, UpdateOrder.COLUMNS_FIRST)
                : new EngineTask(x.grid(), w, h, rules, UpdateOrder.ROWS_FIRST));
    AlternatingLoop loop = new AlternatingLoop(settings, listener);
    return new Factorization(engine, turned, loop.run(engine, rules.loss()));
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
