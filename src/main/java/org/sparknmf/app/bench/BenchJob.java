package org.sparknmf.app.bench;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.run.ExecutorHeaps;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.SolverOptions;
import org.sparknmf.engine.Engines;
import org.sparknmf.engine.SingularStart;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.fit.Factorization;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.loop.FitResult;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.start.StartKind;

/**
 * Times iterations, and the two products alone, on the same blocks in the same JVM.
 *
 * @param matrix where X comes from
 * @param warmUp iterations that run first and do not count
 * @param checkpoints URI of a directory
 */
record BenchJob(BenchMatrix matrix, int warmUp, ResolvedSettings settings, String checkpoints) {
  private static final int KERNEL_WARM_UP = 40;
  private static final int KERNEL_PASSES = 21;
  private static final int EMPTY_WARM_UP = 150;
  private static final int EMPTY_JOBS = 51;
  private static final int UNCOUNTED_STARTS = 3;

  /** Runs it all; what was measured, by name. */
  Map<String, Object> run(SparkSession spark) throws InterruptedException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    int threads = context.defaultParallelism();
    try (SparkScope scope = new SparkScope(context)) {
      DistributedMatrix x = matrix.read(spark, scope);
      BenchRun run = fit(x, scope);
      // After the fit: they copy X to the driver, which is no part of the fit's heap.
      BenchFloors floors = floors(x, threads, context);
      return BenchReport.of(x, run, floors, threads);
    }
  }

  private BenchRun fit(DistributedMatrix x, SparkScope scope) throws InterruptedException {
    JavaSparkContext context = scope.context();
    int iterations = warmUp + settings.get(Catalogue.MAX_ITERATIONS);
    NmfSettings nmf = SolverOptions.of(settings).withStop(iterations, 0);
    BenchFit fit = BenchFit.of(nmf, settings, x, checkpoints, scope);
    StartKind start = fit.task().beginning().kind();
    if (start.isSingular() && warmUp > 0) {
      warmUpStart(fit.engines(), start);
    }
    try (ExecutorHeaps executors = ExecutorHeaps.start(context.sc());
        TrafficMeter traffic = TrafficMeter.start(context)) {
      HeapMeter heap = HeapMeter.start();
      Factorization done;
      try (heap) {
        done = fit.run();
      }
      FitResult result = done.result();
      if (result.iterations() <= warmUp) {
        throw new InvalidSettingException(
            "warm-up must be below the %d iterations that the fit took, got %d; lower --warm-up"
                .formatted(result.iterations(), warmUp));
      }
      Traffic mean = traffic.mean(warmUp + 1, result.iterations());
      return new BenchRun(
          fit.plan(),
          fit.resources(),
          result,
          done.startSeconds(),
          warmUp,
          mean,
          heap.peak(),
          heap.peakAfterCollection(),
          executors.peak());
    }
  }

  /** Runs start values that do not count while their code is being compiled, as with iterations. */
  private static void warmUpStart(Engines engines, StartKind start) {
    for (int i = 0; i < UNCOUNTED_STARTS; i++) {
      new SingularStart(engines).find(start.fill(), 0).release().run();
    }
  }

  private static BenchFloors floors(DistributedMatrix x, int threads, JavaSparkContext context)
      throws InterruptedException {
    Spread emptyJobs = emptyJobs(context, x.grid().partitions());
    if (!KernelFloor.fits(x, threads)) {
      return new BenchFloors(x.bytes(), Optional.empty(), emptyJobs);
    }
    KernelFloor floor = new KernelFloor(x);
    double[] passes = floor.seconds(threads, KERNEL_WARM_UP + KERNEL_PASSES);
    double[] warm = Arrays.copyOfRange(passes, KERNEL_WARM_UP, passes.length);
    return new BenchFloors(x.bytes(), Optional.of(Spread.of(warm)), emptyJobs);
  }

  /** The time below which no Spark job can get: that of so many tasks that do nothing. */
  private static Spread emptyJobs(JavaSparkContext context, int tasks) {
    JavaRDD<Integer> nothing = context.parallelize(Collections.nCopies(tasks, 0), tasks);
    return Repeated.seconds(EMPTY_WARM_UP, EMPTY_JOBS, () -> nothing.foreachPartition(part -> {}));
  }
}
