package org.sparknmf.app.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.sparknmf.app.run.PlanOption;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.engine.plan.Demand;
import org.sparknmf.linalg.kernel.KernelChoice;
import org.sparknmf.solver.loop.Iteration;

/** What {@code bench} prints. */
final class BenchReport {
  /** The one figure that is a list. */
  static final String HISTORY = "history";

  private BenchReport() {}

  /** All figures by name, in the order in which people read them. */
  static Map<String, Object> of(
      DistributedMatrix x, BenchRun run, BenchFloors floors, int threads) {
    Map<String, Object> report = new LinkedHashMap<>();
    describe(x, run, threads, report);
    time(run, floors, report);
    traffic(run, report);
    memory(x, run, floors, report);
    report.put("relativeError", run.relativeError());
    report.put("kktResidual", run.fit().kktResidual());
    report.put(HISTORY, run.fit().history().stream().map(BenchReport::line).toList());
    return report;
  }

  /** One iteration; the start values are number 0, and those of the warm-up are there too. */
  static Map<String, Object> line(Iteration iteration) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("iteration", iteration.number());
    line.put("objective", iteration.total());
    line.put("seconds", iteration.seconds());
    line.put("accepted", iteration.accepted());
    if (!Double.isNaN(iteration.violation())) {
      line.put("violation", iteration.violation());
    }
    return line;
  }

  private static void describe(
      DistributedMatrix x, BenchRun run, int threads, Map<String, Object> report) {
    boolean turned = x.grid().orientation() == Orientation.COLUMNS;
    report.put("rows", turned ? x.summary().columns() : x.summary().rows());
    report.put("columns", turned ? x.summary().rows() : x.summary().columns());
    report.put("nonZeros", x.summary().nonZeros());
    report.put("rank", x.grid().rank());
    report.put("precision", x.grid().precision().name().toLowerCase(Locale.ROOT));
    report.put("orientation", x.grid().orientation().name().toLowerCase(Locale.ROOT));
    report.put("plan", PlanOption.word(run.plan()));
    report.put("planReason", run.plan().reason());
    report.put("executors", run.resources().executors());
    report.put("partitions", x.grid().partitions());
    report.put("segments", x.grid().segments());
    report.put("threads", threads);
    report.put("kernels", KernelChoice.reason());
    report.put("warmUpIterations", run.warmUp());
    report.put("iterations", run.seconds().length);
  }

  private static void time(BenchRun run, BenchFloors floors, Map<String, Object> report) {
    Spread iteration = Spread.of(run.seconds());
    report.put("secondsPerIteration", iteration.median());
    report.put("meanSecondsPerIteration", Arrays.stream(run.seconds()).average().orElseThrow());
    report.put("firstQuartileSeconds", iteration.firstQuartile());
    report.put("thirdQuartileSeconds", iteration.thirdQuartile());
    floors
        .kernels()
        .ifPresent(
            kernels -> {
              report.put("kernelSecondsPerIteration", kernels.median());
              report.put("ratioToKernels", iteration.median() / kernels.median());
            });
    report.put("secondsOfStart", run.startSeconds());
    report.put("emptyJobSeconds", floors.emptyJobs().median());
  }

  private static void traffic(BenchRun run, Map<String, Object> report) {
    Traffic traffic = run.traffic();
    Demand predicted = run.plan().demand();
    int executors = run.resources().executors();
    report.put("bytesCountedPerIteration", run.countedBytes());
    report.put("bytesBroadcastOncePerIteration", traffic.shared());
    report.put("bytesBroadcastToExecutorsPerIteration", traffic.fetched());
    report.put("bytesBroadcastPredicted", Math.round(executors * predicted.broadcast()));
    report.put("bytesShuffledPerIteration", traffic.shuffleWritten());
    report.put("bytesShuffledPlanned", Math.round(predicted.shuffled()));
    report.put("bytesShuffledPredicted", shuffled(run));
    report.put("bytesShuffleReadLocallyPerIteration", traffic.shuffleReadLocal());
    report.put("bytesShuffleReadRemotelyPerIteration", traffic.shuffleReadRemote());
    report.put("bytesCollectedPerIteration", traffic.collected());
    report.put("bytesCollectedPredicted", Math.round(predicted.collected()));
  }

  /** What the engine knows when it has seen which columns each partition touches. */
  private static long shuffled(BenchRun run) {
    Demand planned = run.plan().demand();
    return planned.shuffled() == 0
        ? 0
        : run.countedBytes() - Math.round(planned.broadcast() + planned.collected());
  }

  private static void memory(
      DistributedMatrix x, BenchRun run, BenchFloors floors, Map<String, Object> report) {
    report.put("bytesPerNonZero", (double) floors.blockBytes() / x.summary().nonZeros());
    report.put("peakHeapBytes", run.heapPeak());
    report.put("peakHeapAfterCollectionBytes", run.heapAfterCollection());
    run.executorHeapPeak().ifPresent(bytes -> report.put("peakExecutorHeapBytes", bytes));
  }
}
