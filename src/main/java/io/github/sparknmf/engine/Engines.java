package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.solver.UpdateOrder;
import io.github.sparknmf.solver.UpdateRule;

/**
 * Opens the engine that a plan names.
 *
 * @param rows gives the start values of W
 * @param columns gives the start values of H'
 * @param rule how both are updated
 * @param order which factor an iteration improves first
 * @param settings labels and checkpoints
 */
public record Engines(
    FactorStart rows,
    FactorStart columns,
    UpdateRule rule,
    UpdateOrder order,
    EngineSettings settings) {

  /** An engine for X; whatever it holds belongs to the scope. */
  public FitEngine open(PlanKind kind, DistributedMatrix x, SparkScope scope) {
    return switch (kind) {
      case DRIVER -> {
        int cores = Resources.of(scope.context()).driverCores();
        yield held(DriverEngine.gather(x, rows, rule, cores, scope), x.grid(), scope);
      }
      case BROADCAST -> held(broadcast(x, new CollectedSums(x.grid()), scope), x.grid(), scope);
      case SCATTER -> {
        int parallelism = scope.context().defaultParallelism();
        SumReduction sums = new ScatteredSums(x.grid(), parallelism);
        yield held(broadcast(x, sums, scope), x.grid(), scope);
      }
      case SHUFFLE -> new ShuffleEngine(x, rows, columns, rule, order, settings, scope);
    };
  }

  private RowEngine broadcast(DistributedMatrix x, SumReduction sums, SparkScope scope) {
    return new BroadcastEngine(x, rows, rule, sums, settings, scope);
  }

  private FitEngine held(RowEngine engine, BlockGrid grid, SparkScope scope) {
    Factor ht = columns.rows(0, grid.columns(), grid.rank(), grid.precision());
    return new HeldColumnsEngine(engine, ht, rule, order, scope);
  }
}
