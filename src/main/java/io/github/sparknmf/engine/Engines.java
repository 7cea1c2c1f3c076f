package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.Factor;

/**
 * Opens engines of the kind that a plan names, one after the other on the same X, which is brought
 * where the plan wants it once. Whatever they hold belongs to the scope.
 */
public final class Engines {
  private final PlanKind kind;
  private final DistributedMatrix x;
  private final EngineSettings settings;
  private final SparkScope scope;
  private DriverSegments gathered;
  private ShuffleTraffic traffic;

  /** Does nothing yet. */
  public Engines(PlanKind kind, DistributedMatrix x, EngineSettings settings, SparkScope scope) {
    this.kind = kind;
    this.x = x;
    this.settings = settings;
    this.scope = scope;
  }

  /** X, as far as it is known. */
  public DistributedMatrix x() {
    return x;
  }

  /** An engine that has started nothing yet. */
  public FitEngine open(EngineTask task) {
    return switch (kind) {
      case DRIVER -> held(new DriverEngine(gathered(), task, scope), task);
      case BROADCAST -> held(broadcast(task, new CollectedSums(task.grid())), task);
      case SCATTER -> held(broadcast(task, scattered(task)), task);
      case SHUFFLE -> {
        if (task.rules().loss().everyCell()) {
          throw new IllegalArgumentException("plan shuffle does not hold all that this loss needs");
        }
        ShuffleTraffic own = traffic().of(task.grid());
        yield new ShuffleEngine(own, task, x.summary(), settings, scope);
      }
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

  private RowEngine broadcast(EngineTask task, SumReduction sums) {
    return new BroadcastEngine(x, task, sums, settings, scope);
  }

  private SumReduction scattered(EngineTask task) {
    int width = task.rules().loss().width(task.grid().rank());
    return new ScatteredSums(task.grid(), width, scope.context().defaultParallelism());
  }

  private FitEngine held(RowEngine engine, EngineTask task) {
    Factor ht = task.columns().whole(task.grid());
    return new HeldColumnsEngine(engine, ht, task, x, scope);
  }
}
