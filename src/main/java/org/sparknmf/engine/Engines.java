package org.sparknmf.engine;

import java.util.ArrayList;
import java.util.List;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.matrix.Batch;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.plan.EnginePlanner;
import org.sparknmf.engine.plan.PlanException;
import org.sparknmf.engine.plan.PlanKind;
import org.sparknmf.engine.shuffle.ShuffleTraffic;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.engine.sums.CollectedSums;
import org.sparknmf.engine.sums.ScatteredSums;
import org.sparknmf.engine.sums.SumReduction;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.loop.HeldAlternation;
import org.sparknmf.solver.loop.MiniBatchColumns;
import org.sparknmf.solver.loop.RowBatch;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.solver.update.Rules;

/**
 * Opens engines of the kind that a plan names, one after the other on the same X, which is brought
 * where the plan wants it once. Whatever they hold belongs to the scope.
 */
public final class Engines {
  private final PlanKind kind;
  private final DistributedMatrix x;
  private final EngineSettings settings;
  private final SparkScope scope;
  private final FactorStore store;
  private DriverSegments gathered;
  private ShuffleTraffic traffic;

  /** Creates engines that have done nothing yet. */
  public Engines(PlanKind kind, DistributedMatrix x, EngineSettings settings, SparkScope scope) {
    this.kind = kind;
    this.x = x;
    this.settings = settings;
    this.scope = scope;
    this.store = new FactorStore(scope, settings.checkpointDirectory());
  }

  /** X, as far as it is known. */
  public DistributedMatrix x() {
    return x;
  }

  /** What the engines hold belongs to it. */
  SparkScope scope() {
    return scope;
  }

  /** The place where the engines save factors. */
  public FactorStore store() {
    return store;
  }

  /**
   * Refuses what would not fit where the plan keeps H.
   *
   * @param bytes that are wanted beside each other there
   * @param words what for
   * @param remedy what would take less
   */
  public void requireBesideH(double bytes, String words, String remedy) {
    double room = Resources.of(scope.context()).driverHeap() / 2.0;
    if (kind != PlanKind.SHUFFLE && bytes > room) {
      throw new PlanException(
          "%s takes %s of the driver's memory, of which there are %s for it; raise --driver-memory, or %s"
              .formatted(
                  words, EnginePlanner.gibibytes(bytes), EnginePlanner.gibibytes(room), remedy));
    }
  }

  /** Brings X where the plan wants it, if it is not there; else the first engine does. */
  public void bringX() {
    switch (kind) {
      case DRIVER -> gathered();
      case SHUFFLE -> traffic();
      case BROADCAST, SCATTER -> {
        // It stays where it is.
      }
    }
  }

  /** An engine that has started nothing yet. */
  public FitEngine open(EngineTask task) {
    return switch (kind) {
      case DRIVER, BROADCAST, SCATTER -> {
        RowEngine rows = rows(x, task);
        Factor ht = task.columns().whole(task.grid());
        HeldAlternation columns =
            HeldAlternation.of(rows, ht, task.rules(), task.order(), x.summary());
        yield new HeldColumnsEngine(rows, columns, task.grid(), store, scope);
      }
      case SHUFFLE -> {
        if (task.rules().loss().everyCell()) {
          throw new IllegalArgumentException("plan shuffle does not hold all that this loss needs");
        }
        ShuffleTraffic own = traffic().of(task.grid());
        yield new ShuffleEngine(own, task, x.summary(), settings, store, scope);
      }
    };
  }

  /**
   * An engine that improves H after each batch of rows; it has started nothing yet.
   *
   * @param settings what is asked for, mini-batches among it
   */
  public FitEngine openBatches(EngineTask task, NmfSettings settings) {
    if (kind == PlanKind.SHUFFLE) {
      throw new IllegalArgumentException("plan shuffle does not hold H, which batches improve");
    }
    List<RowEngine> engines = new ArrayList<>();
    List<RowBatch> batches = new ArrayList<>();
    int count = task.grid().batches();
    for (int b = 0; b < count; b++) {
      DistributedMatrix own = x.of(new Batch(b, count));
      Rules rules = UpdateRules.of(settings, own.summary().onScaleOf(x.summary()));
      RowEngine engine =
          rows(
              own,
              new EngineTask(
                  task.grid().of(own.batch()),
                  task.rows().of(own.batch()),
                  task.columns(),
                  rules,
                  task.order()));
      engines.add(engine);
      batches.add(new RowBatch(engine, rules, own.summary().rows()));
    }
    Factor ht = task.columns().whole(task.grid());
    MiniBatchColumns columns =
        new MiniBatchColumns(batches, ht, task.rules(), settings, x.summary());
    return new HeldColumnsEngine(
        new BatchedRows(engines, store, scope), columns, task.grid(), store, scope);
  }

  private RowEngine rows(DistributedMatrix own, EngineTask task) {
    return switch (kind) {
      case DRIVER -> new DriverEngine(gathered().of(own.batch()), task, store, scope);
      case BROADCAST ->
          new BroadcastEngine(own, task, new CollectedSums(task.grid()), settings, store, scope);
      case SCATTER -> new BroadcastEngine(own, task, scattered(task), settings, store, scope);
      case SHUFFLE -> throw new IllegalArgumentException("plan shuffle has an engine of its own");
    };
  }

  private DriverSegments gathered() {
    if (gathered == null) {
      gathered = DriverSegments.gather(x, Resources.of(scope.context()).driverCores(), scope);
    }
    return gathered;
  }

  private ShuffleTraffic traffic() {
    if (traffic == null) {
      traffic = ShuffleTraffic.open(x, scope);
    }
    return traffic;
  }

  private SumReduction scattered(EngineTask task) {
    int width = task.rules().loss().width(task.grid().rank());
    return new ScatteredSums(task.grid(), width, scope.context().defaultParallelism());
  }
}
