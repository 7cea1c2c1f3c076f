package io.github.sparknmf.fit;

import io.github.sparknmf.engine.BlockGrid;
import io.github.sparknmf.engine.DistributedMatrix;
import io.github.sparknmf.engine.EngineTask;
import io.github.sparknmf.engine.Engines;
import io.github.sparknmf.engine.FactorSource;
import io.github.sparknmf.engine.FactorStart;
import io.github.sparknmf.engine.FitEngine;
import io.github.sparknmf.engine.Orientation;
import io.github.sparknmf.engine.SavedFit;
import io.github.sparknmf.engine.SingularStart;
import io.github.sparknmf.engine.StartPair;
import io.github.sparknmf.solver.NmfSettings;
import io.github.sparknmf.solver.loop.AlternatingLoop;
import io.github.sparknmf.solver.loop.FitResult;
import io.github.sparknmf.solver.loop.IterationListener;
import io.github.sparknmf.solver.loop.UpdateOrder;
import io.github.sparknmf.solver.start.RandomStart;
import io.github.sparknmf.solver.start.Revival;
import io.github.sparknmf.solver.start.StartKind;
import io.github.sparknmf.solver.update.HeldSets;
import io.github.sparknmf.solver.update.Rules;
import io.github.sparknmf.solver.update.UpdateRules;
import java.util.Optional;

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

  /** From its start values to the end. */
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
    FitResult result = loop(engine, releasing).run(engine, rules.loss());
    return new Factorization(engine, turned, result, startSeconds);
  }

  /** From where it stood to the end. */
  Factorization from(Stage stage) {
    SavedFit saved = stage.open(engines.store());
    Rules rules = rules();
    FitEngine engine = open(saved.rows(), saved.columns(), rules);
    engine.remember(saved.memory(), saved.numbers());
    FitResult result = loop(engine, listener).resume(engine, rules.loss(), stage.state());
    return new Factorization(engine, turned, result, 0);
  }

  private Rules rules() {
    HeldSets held = task.beginning().held();
    return UpdateRules.of(ofEngine(), x.summary(), turned ? held.turned() : held);
  }

  /** The settings by the engine's names: its rows may be the columns of X. */
  private NmfSettings ofEngine() {
    return turned ? nmf.with(nmf.objective().turned(), nmf.solver()) : nmf;
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
    if (kind.isSingular()) {
      return new SingularStart(engines).find(kind.fill(), nmf.seed());
    }
    RandomStart random = new RandomStart(nmf.seed(), x.summary().mean(), nmf.rank());
    FactorStart w = (firstRow, target) -> random.fill(RandomStart.Factor.W, firstRow, target);
    FactorStart h = (firstRow, target) -> random.fill(RandomStart.Factor.H, firstRow, target);
    return StartPair.of(w, h);
  }
}
