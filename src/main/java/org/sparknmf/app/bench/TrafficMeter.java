package org.sparknmf.app.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.executor.ShuffleReadMetrics;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerBlockUpdated;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.storage.BlockUpdatedInfo;

/**
 * Adds up what moves in each iteration, from Spark's task metrics and the block managers' reports.
 *
 * <p>Jobs belong to an iteration by their label. Spark has no metric of broadcasts, but every block
 * manager reports the pieces that it comes to hold: the driver when a broadcast is made, which is
 * before the job, an executor when it has fetched one. What is reported between two jobs therefore
 * belongs to the later.
 */
public final class TrafficMeter extends SparkListener implements AutoCloseable {
  private static final Pattern ITERATION = Pattern.compile("NMF: iteration (\\d+)\\b.*");
  private static final String MARK = "spark-nmf.traffic.mark";
  private static final int PATIENCE_SECONDS = 60;

  private final JavaSparkContext context;
  private final Map<Integer, Traffic> iterations = new HashMap<>();
  private final Map<Integer, Integer> iterationOfStage = new HashMap<>();
  private final Set<String> pieces = new HashSet<>();
  private OptionalInt runningIteration = OptionalInt.empty();
  private OptionalInt markedJob = OptionalInt.empty();
  private CountDownLatch marked = new CountDownLatch(1);
  private Traffic broadcasts = Traffic.NONE;

  private TrafficMeter(JavaSparkContext context) {
    this.context = context;
  }

  /** Measures from here on: what Spark has yet to report of earlier jobs does not count. */
  public static TrafficMeter start(JavaSparkContext context) throws InterruptedException {
    TrafficMeter meter = new TrafficMeter(context);
    context.sc().addSparkListener(meter);
    try {
      meter.awaitReports();
    } catch (InterruptedException | RuntimeException e) {
      meter.close();
      throw e;
    }
    meter.forget();
    return meter;
  }

  /**
   * The mean of some iterations, to be called once when they are over.
   *
   * @param first number of the first iteration, from 1
   * @param last number of the last iteration
   */
  public Traffic mean(int first, int last) throws InterruptedException {
    awaitReports();
    return meanOf(first, last);
  }

  /** Events come in order and late: a job of our own is reported after all that went before. */
  private void awaitReports() throws InterruptedException {
    CountDownLatch reported = awaited();
    context.setLocalProperty(MARK, "true");
    try {
      context.parallelize(List.of(0), 1).count();
    } finally {
      context.setLocalProperty(MARK, null);
    }
    if (!reported.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "Spark has not reported the end of a job in %d seconds: its queue of events overflowed;"
                  .formatted(PATIENCE_SECONDS)
              + " raise spark.scheduler.listenerbus.eventqueue.capacity");
    }
  }

  private synchronized CountDownLatch awaited() {
    marked = new CountDownLatch(1);
    return marked;
  }

  private synchronized void forget() {
    iterations.clear();
  }

  private synchronized Traffic meanOf(int first, int last) {
    Traffic sum = Traffic.NONE;
    for (int i = first; i <= last; i++) {
      sum = sum.plus(iterations.getOrDefault(i, Traffic.NONE));
    }
    return sum.dividedBy(last - first + 1);
  }

  @Override
  public void close() {
    context.sc().removeSparkListener(this);
  }

  @Override
  public synchronized void onJobStart(SparkListenerJobStart job) {
    runningIteration = iterationOf(job.properties());
    runningIteration.ifPresent(i -> add(i, broadcasts));
    broadcasts = Traffic.NONE;
    if (job.properties().getProperty(MARK) != null) {
      markedJob = OptionalInt.of(job.jobId());
    }
  }

  @Override
  public synchronized void onJobEnd(SparkListenerJobEnd job) {
    runningIteration = OptionalInt.empty();
    broadcasts = Traffic.NONE;
    if (markedJob.equals(OptionalInt.of(job.jobId()))) {
      marked.countDown();
    }
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted stage) {
    iterationOf(stage.properties())
        .ifPresent(i -> iterationOfStage.put(stage.stageInfo().stageId(), i));
  }

  @Override
  public synchronized void onStageCompleted(SparkListenerStageCompleted stage) {
    iterationOfStage.remove(stage.stageInfo().stageId());
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
    TaskMetrics metrics = task.taskMetrics();
    Integer iteration = iterationOfStage.get(task.stageId());
    // A task that was lost with its executor has no metrics.
    if (iteration == null || metrics == null) {
      return;
    }
    ShuffleReadMetrics read = metrics.shuffleReadMetrics();
    long written = metrics.shuffleWriteMetrics().bytesWritten();
    add(
        iteration,
        new Traffic(
            0, 0, written, read.localBytesRead(), read.remoteBytesRead(), metrics.resultSize()));
  }

  @Override
  public synchronized void onBlockUpdated(SparkListenerBlockUpdated event) {
    BlockUpdatedInfo block = event.blockUpdatedInfo();
    if (!block.blockId().isBroadcast() || !isNew(block)) {
      return;
    }
    long bytes = block.memSize() + block.diskSize();
    Traffic piece =
        block.blockManagerId().isDriver()
            ? new Traffic(bytes, 0, 0, 0, 0, 0)
            : new Traffic(0, bytes, 0, 0, 0, 0);
    if (runningIteration.isPresent()) {
      add(runningIteration.getAsInt(), piece);
    } else {
      broadcasts = broadcasts.plus(piece);
    }
  }

  /**
   * A piece that goes from memory to disk is reported again, and one that goes for good with the
   * size that it had, at no storage level.
   */
  private boolean isNew(BlockUpdatedInfo block) {
    String piece = block.blockManagerId().executorId() + " " + block.blockId().name();
    if (!block.storageLevel().isValid()) {
      pieces.remove(piece);
      return false;
    }
    return pieces.add(piece);
  }

  private void add(int iteration, Traffic traffic) {
    iterations.merge(iteration, traffic, Traffic::plus);
  }

  private static OptionalInt iterationOf(Properties properties) {
    String label = properties.getProperty("spark.job.description", "");
    Matcher matcher = ITERATION.matcher(label);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
