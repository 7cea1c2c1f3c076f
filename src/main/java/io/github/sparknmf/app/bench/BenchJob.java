package io.github.sparknmf.app.bench;

import io.github.sparknmf.app.fit.MatrixInput;
import io.github.sparknmf.app.fit.PlanOption;
import io.github.sparknmf.app.plan.ExecutorHeaps;
import io.github.sparknmf.app.settings.ResolvedSettings;
import io.github.sparknmf.app.settings.Settings;
import io.github.sparknmf.app.settings.SolverOptions;
import io.github.sparknmf.engine.DistributedMatrix;
import io.github.sparknmf.engine.EngineSettings;
import io.github.sparknmf.engine.Engines;
import io.github.sparknmf.engine.KernelFloor;
import io.github.sparknmf.engine.Plan;
import io.github.sparknmf.engine.Resources;
import io.github.sparknmf.engine.SingularStart;
import io.github.sparknmf.engine.SparkScope;
import io.github.sparknmf.engine.Traffic;
import io.github.sparknmf.engine.TrafficMeter;
import io.github.sparknmf.fit.Attempts;
import io.github.sparknmf.fit.Beginning;
import io.github.sparknmf.fit.Factorization;
import io.github.sparknmf.fit.FitTask;
import io.github.sparknmf.solver.InvalidSettingException;
import io.github.sparknmf.solver.NmfSettings;
import io.github.sparknmf.solver.loop.FitResult;
import io.github.sparknmf.solver.start.StartKind;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Times iterations, and the two products alone, on the same blocks in the same JVM. */
final class BenchJob {
  private static final int KERNEL_WARM_UP = 40;
  private static final int KERNEL_PASSES = 21;
  private static final int UNCOUNTED_STARTS = 3;

  private final BenchShape shape;
  private final int warmUp;
  private final ResolvedSettings settings;
  private final String checkpoints;

  /**
   * Does nothing yet.
   *
   * @param shape what to generate where the settings name no input
   * @param warmUp iterations that run first and do not count
   * @param checkpoints URI of a directory
   */
  BenchJob(BenchShape shape, int warmUp, ResolvedSettings settings, String checkpoints) {
    this.shape = shape;
    this.warmUp = warmUp;
    this.settings = settings;
    this.checkpoints = checkpoints;
  }

  /** Runs it all; what was measured, by name. */
  Map<String, Object> run(SparkSession spark) throws InterruptedException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    int threads = context.defaultParallelism();
    try (SparkScope scope = new SparkScope(context)) {
      DistributedMatrix x = matrix(spark, scope);
      BenchRun run = fit(x, scope);
      // After the fit: they copy X to the driver, which is no part of the fit's heap.
      BenchFloors floors = floors(x, threads, context);
      return BenchReport.of(x, run, floors, threads);
    }
  }

  private DistributedMatrix matrix(SparkSession spark, SparkScope scope) {
    return settings.find(Settings.INPUT).isPresent()
        ? MatrixInput.read(spark, settings, scope).matrix().x()
        : shape.generate(settings, scope);
  }

  private BenchRun fit(DistributedMatrix x, SparkScope scope) throws InterruptedException {
    JavaSparkContext context = scope.context();
    int iterations = warmUp + settings.get(Settings.MAX_ITERATIONS);
    NmfSettings nmf = SolverOptions.of(settings).withStop(iterations, 0);
    EngineSettings engine =
        new EngineSettings(
            checkpoints, settings.get(Settings.CHECKPOINT_INTERVAL), nmf.maxIterations());
    Resources resources = Resources.of(context);
    StartKind start = SolverOptions.start(settings, x.summary().rows(), x.summary().columns());
    Plan plan = PlanOption.plan(settings, x, resources);
    FitTask task = new FitTask(nmf, Beginning.of(start), Attempts.ONE);
    Engines engines = new Engines(plan.kind(), x, engine, scope);
    if (start.isSingular() && warmUp > 0) {
      warmUpStart(engines, start);
    }
    try (ExecutorHeaps executors = ExecutorHeaps.start(context.sc());
        TrafficMeter traffic = TrafficMeter.start(context)) {
      HeapMeter heap = HeapMeter.start();
      Factorization done;
      try (heap) {
        done = Factorization.run(engines, task, iteration -> {});
      }
      FitResult fit = done.result();
      if (fit.iterations() <= warmUp) {
        throw new InvalidSettingException(
            "warm-up must be below the %d iterations that the fit took, got %d; lower --warm-up"
                .formatted(fit.iterations(), warmUp));
      }
      Traffic mean = traffic.mean(warmUp + 1, fit.iterations());
      return new BenchRun(
          plan,
          resources,
          fit,
          done.startSeconds(),
          warmUp,
          mean,
          heap.peak(),
          heap.peakAfterCollection(),
          executors.peak());
    }
  }

  /** As with iterations, those do not count that run while their code is being compiled. */
  private static void warmUpStart(Engines engines, StartKind start) {
    for (int i = 0; i < UNCOUNTED_STARTS; i++) {
      new SingularStart(engines).find(start.fill(), 0).release().run();
    }
  }

  private static BenchFloors floors(DistributedMatrix x, int threads, JavaSparkContext context)
      throws InterruptedException {
    Spread emptyJobs = Spread.of(EmptyJobs.seconds(context, x.grid().partitions()));
    if (!KernelFloor.fits(x, threads)) {
      return new BenchFloors(x.bytes(), Optional.empty(), emptyJobs);
    }
    KernelFloor floor = new KernelFloor(x);
    double[] passes = floor.seconds(threads, KERNEL_WARM_UP + KERNEL_PASSES);
    double[] warm = Arrays.copyOfRange(passes, KERNEL_WARM_UP, passes.length);
    return new BenchFloors(x.bytes(), Optional.of(Spread.of(warm)), emptyJobs);
  }
}
