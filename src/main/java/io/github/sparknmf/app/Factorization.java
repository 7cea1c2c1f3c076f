package io.github.sparknmf.app;

import io.github.sparknmf.engine.BroadcastEngine;
import io.github.sparknmf.engine.DistributedMatrix;
import io.github.sparknmf.engine.DriverEngine;
import io.github.sparknmf.engine.EngineSettings;
import io.github.sparknmf.engine.FitEngine;
import io.github.sparknmf.engine.Plan;
import io.github.sparknmf.engine.Resources;
import io.github.sparknmf.engine.RowStart;
import io.github.sparknmf.engine.SegmentFactor;
import io.github.sparknmf.engine.SparkScope;
import io.github.sparknmf.linalg.Shapes;
import io.github.sparknmf.solver.AlternatingLoop;
import io.github.sparknmf.solver.Component;
import io.github.sparknmf.solver.FitResult;
import io.github.sparknmf.solver.IterationListener;
import io.github.sparknmf.solver.MultiplicativeUpdate;
import io.github.sparknmf.solver.NmfSettings;
import io.github.sparknmf.solver.RandomStart;
import io.github.sparknmf.solver.UpdateRule;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/** Both factors of X, W still on the executors. */
final class Factorization {
  private final FitEngine engine;
  private final FitResult result;
  private final List<Component> components;

  private Factorization(FitEngine engine, FitResult result) {
    this.engine = engine;
    this.result = result;
    this.components = Component.of(engine.columnSums(), result.ht());
  }

  /** Runs the alternating loop on the cluster. */
  static Factorization run(
      DistributedMatrix x,
      Plan plan,
      NmfSettings settings,
      EngineSettings engineSettings,
      IterationListener listener,
      SparkScope scope) {
    int rank = settings.rank();
    RandomStart start = new RandomStart(settings.seed(), x.summary().mean(), rank);
    double[] ht = new double[Shapes.cells(x.summary().columns(), rank)];
    start.fill(RandomStart.Factor.H, 0, ht);
    UpdateRule rule = new MultiplicativeUpdate();
    RowStart rows = (firstRow, target) -> start.fill(RandomStart.Factor.W, firstRow, target);
    FitEngine engine =
        switch (plan.kind()) {
          case DRIVER ->
              DriverEngine.gather(
                  x, rows, rule, Resources.of(scope.context()).driverCores(), scope);
          case BROADCAST ->
              new BroadcastEngine(x, rows, rule, settings.maxIterations(), engineSettings, scope);
        };
    AlternatingLoop loop = new AlternatingLoop(settings, rule, listener);
    return new Factorization(engine, loop.run(engine, x.summary().squaredNorm(), ht));
  }

  /** H', history, stop reason. */
  FitResult result() {
    return result;
  }

  /** W, in order of rows. */
  JavaRDD<SegmentFactor> w() {
    return engine.w();
  }

  /** The components, the heaviest first. */
  List<Component> components() {
    return components;
  }
}
