package io.github.sparknmf.app;

import io.github.sparknmf.engine.BlockGrid;
import io.github.sparknmf.engine.DistributedMatrix;
import io.github.sparknmf.engine.EngineSettings;
import io.github.sparknmf.engine.GeneratedMatrix;
import io.github.sparknmf.engine.GridSettings;
import io.github.sparknmf.engine.KernelFloor;
import io.github.sparknmf.engine.Orientation;
import io.github.sparknmf.engine.Plan;
import io.github.sparknmf.engine.Resources;
import io.github.sparknmf.engine.SparkScope;
import io.github.sparknmf.linalg.KernelChoice;
import io.github.sparknmf.solver.FitResult;
import io.github.sparknmf.solver.Iteration;
import io.github.sparknmf.solver.NmfSettings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Times iterations, and the two products alone, on the same blocks in the same JVM. */
final class BenchJob {
  private static final int WARM_UP = 2;

  private final BenchShape shape;
  private final ResolvedSettings settings;
  private final String checkpoints;

  BenchJob(BenchShape shape, ResolvedSettings settings, String checkpoints) {
    this.shape = shape;
    this.settings = settings;
    this.checkpoints = checkpoints;
  }

  /** Runs it all; what was measured, by name. */
  Map<String, Object> run(SparkSession spark) throws InterruptedException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    int threads = context.defaultParallelism();
    int rank = settings.get(Settings.RANK);
    try (SparkScope scope = new SparkScope(context)) {
      DistributedMatrix x =
          settings.find(Settings.INPUT).isPresent()
              ? MatrixInput.read(spark, settings, scope).matrix().x()
              : generated(rank, threads, scope);
      NmfSettings wanted = SolverOptions.of(settings);
      NmfSettings nmf = wanted.withStop(wanted.maxIterations() + WARM_UP, 0);
      EngineSettings engine =
          new EngineSettings(
              checkpoints, settings.get(Settings.CHECKPOINT_INTERVAL), nmf.maxIterations());
      Plan plan = PlanOption.plan(settings, x, Resources.of(context));
      KernelFloor floor = new KernelFloor(x);
      long bytes = floor.bytes();
      FitResult fit = Factorization.run(x, plan, nmf, engine, iteration -> {}, scope).result();
      double[] iterations =
          fit.history().stream().skip(1L + WARM_UP).mapToDouble(Iteration::seconds).toArray();
      double[] passes = floor.seconds(threads, WARM_UP + 9);
      double[] kernels = Arrays.copyOfRange(passes, WARM_UP, passes.length);
      return report(x, plan, fit, threads, bytes, iterations, kernels);
    }
  }

  private DistributedMatrix generated(int rank, int threads, SparkScope scope) {
    BlockGrid grid =
        new BlockGrid(
            shape.rows(),
            shape.columns(),
            shape.rows() * shape.cellsPerRow(),
            new GridSettings(
                rank,
                settings.get(Settings.PARTITIONS).orElse(threads),
                SolverOptions.precision(settings),
                SolverOptions.orientation(settings).orElse(Orientation.ROWS)));
    return GeneratedMatrix.counts(grid, shape.cellsPerRow(), settings.get(Settings.SEED), scope);
  }

  private Map<String, Object> report(
      DistributedMatrix x,
      Plan plan,
      FitResult fit,
      int threads,
      long bytes,
      double[] iterations,
      double[] kernels) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("rows", x.summary().rows());
    report.put("columns", x.summary().columns());
    report.put("nonZeros", x.summary().nonZeros());
    report.put("rank", x.grid().rank());
    report.put("plan", PlanOption.word(plan));
    report.put("partitions", x.grid().partitions());
    report.put("segments", x.grid().segments());
    report.put("threads", threads);
    report.put("iterations", iterations.length);
    report.put("secondsPerIteration", quantile(iterations, 0.5));
    report.put("firstQuartileSeconds", quantile(iterations, 0.25));
    report.put("thirdQuartileSeconds", quantile(iterations, 0.75));
    report.put("kernelSecondsPerIteration", quantile(kernels, 0.5));
    report.put("ratioToKernels", quantile(iterations, 0.5) / quantile(kernels, 0.5));
    report.put("bytesMovedPerIteration", fit.history().get(1).bytesMoved());
    report.put("kernels", KernelChoice.reason());
    report.put("bytesPerNonZero", (double) bytes / x.summary().nonZeros());
    report.put("relativeError", fit.history().get(fit.iterations()).relativeError());
    return report;
  }

  /** The value below which a part of all values lies; the lower of two neighbours. */
  static double quantile(double[] values, double part) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (part * (sorted.length - 1))];
  }
}
