package org.sparknmf.fit;

import java.util.Optional;
import org.sparknmf.engine.CompressedStart;
import org.sparknmf.engine.EngineTask;
import org.sparknmf.engine.Engines;
import org.sparknmf.engine.FitEngine;
import org.sparknmf.engine.SingularStart;
import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.factor.FactorStart;
import org.sparknmf.engine.factor.SavedFit;
import org.sparknmf.engine.factor.StartPair;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.solver.loop.AlternatingLoop;
import org.sparknmf.solver.loop.FitResult;
import org.sparknmf.solver.loop.IterationListener;
import org.sparknmf.solver.loop.UpdateOrder;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.solver.start.RandomStart;
import org.sparknmf.solver.start.Revival;
import org.sparknmf.solver.start.StartKind;
import org.sparknmf.solver.update.HeldSets;
import org.sparknmf.solver.update.Rules;

/** One of the attempts at a factorization: start values, an engine, the loop. */
final class Attempt {
  private final Engines engines;
  private final FitTask task;
  private final IterationListener listener;
  private final RunKeeper keeper;
  private final int number;
  private final NmfSettings nmf;
  private final DistributedMatrix x;
  private final boolean turned;

  /**
   * An attempt that has started nothing yet.
   *
   * @param number from 0; decides about the seed
   */
  Attempt(Engines engines, FitTask task, IterationListener listener, RunKeeper keeper, int number) {
    this.engines = engines;
    this.task = task;
    this.listener = listener;
    this.keeper = keeper;
    this.number = number;
    this.nmf = task.nmf().withSeed(task.nmf().seed() + number);
    this.x = engines.x();
    this.turned = x.grid().orientation() == Orientation.COLUMNS;
  }

  /** Runs the attempt from its start values to the end. */
  Factorization fromTheStart() {
    long began = System.nanoTime();
    StartPair pair = task.beginning().given().apply(start(task.beginning().kind()));
    double startSeconds = (System.nanoTime() - began) / 1e9;
    Rules rules = rules();
    FitEngine engine = turned ? open(pair.h(), pair.w(), rules) : open(pair.w(), pair.h(), rules);
    IterationListener releasing =
        iteration -> {
          if (iteration.number() == 0) {
            pair.release().run();
          }
          listener.onIteration(iteration);
        };
    FitResult result = loop(engine, releasing).run(engine.alternation(), rules.loss());
    return new Factorization(engine, turned, result, startSeconds);
  }

  /** Goes on with the attempt from a saved stage to the end. */
  Factorization from(Stage stage) {
    SavedFit saved = stage.open(engines.store());
    Rules rules = rules();
    FitEngine engine = open(saved.rows(), saved.columns(), rules);
    engine.remember(saved);
    FitResult result =
        loop(engine, listener).resume(engine.alternation(), rules.loss(), stage.state());
    return new Factorization(engine, turned, result, 0);
  }

  private Rules rules() {
    HeldSets held = task.beginning().held();
    return UpdateRules.of(ofEngine(), x.summary(), turned ? held.turned() : held);
  }

  /** The settings by the engine's names: its rows may be the columns of X. */
  private NmfSettings ofEngine() {
    return turned ? nmf.with(nmf.objective().turned()) : nmf;
  }

  /** W first in either orientation: turning X changes the order of sums, not the algorithm. */
  private FitEngine open(FactorSource rows, FactorSource columns, Rules rules) {
    BlockGrid grid = x.grid();
    UpdateOrder order = turned ? UpdateOrder.COLUMNS_FIRST : UpdateOrder.ROWS_FIRST;
    EngineTask engineTask = new EngineTask(grid, rows, columns, rules, order);
    return nmf.miniBatch().isOn()
        ? engines.openBatches(engineTask, ofEngine())
        : engines.open(engineTask);
  }

  private AlternatingLoop loop(FitEngine engine, IterationListener told) {
    Optional<Revival> revival =
        task.attempts().revive() ? Optional.of(revival()) : Optional.empty();
    return new AlternatingLoop(nmf, told, revival, keeper.during(number, engine));
  }

  private Revival revival() {
    RandomStart start = new RandomStart(nmf.seed(), x.summary().mean(), nmf.rank());
    HeldSets held = task.beginning().held();
    return turned ? Revival.turned(start, held) : Revival.of(start, held);
  }

  private StartPair start(StartKind kind) {
    if (kind == StartKind.COMPRESSED) {
      return new CompressedStart(engines, ofEngine(), iteration -> {}).find();
    }
    if (kind.isSingular()) {
      return new SingularStart(engines).find(kind.fill(), nmf.seed());
    }
    RandomStart random = new RandomStart(nmf.seed(), x.summary().mean(), nmf.rank());
    FactorStart w = (firstRow, target) -> random.fill(RandomStart.FactorName.W, firstRow, target);
    FactorStart h = (firstRow, target) -> random.fill(RandomStart.FactorName.H, firstRow, target);
    return StartPair.of(w, h);
  }
}
