package io.github.sparknmf.app;

import io.github.sparknmf.engine.BroadcastEngine;
import io.github.sparknmf.engine.DistributedMatrix;
import io.github.sparknmf.engine.EngineSettings;
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
  private final BroadcastEngine engine;
  private final FitResult result;

  private Factorization(BroadcastEngine engine, FitResult result) {
    this.engine = engine;
    this.result = result;
  }

  /** Runs the alternating loop on the cluster. */
  static Factorization run(
      DistributedMatrix x,
      NmfSettings settings,
      EngineSettings engineSettings,
      IterationListener listener,
      SparkScope scope) {
    int rank = settings.rank();
    RandomStart start = new RandomStart(settings.seed(), x.summary().mean(), rank);
    double[] ht = new double[Shapes.cells(x.summary().columns(), rank)];
    start.fill(RandomStart.Factor.H, 0, ht);
    UpdateRule rule = new MultiplicativeUpdate();
    BroadcastEngine engine =
        new BroadcastEngine(
            x,
            (firstRow, target) -> start.fill(RandomStart.Factor.W, firstRow, target),
            rule,
            settings.maxIterations(),
            engineSettings,
            scope);
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
    return Component.of(engine.columnSums(), result.ht());
  }
}
