package org.sparknmf.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerBlockUpdated;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.sparknmf.engine.spark.JobLabel;
import org.sparknmf.testing.TestSpark;
import scala.Tuple2;

/** Bytes that cannot be compressed, a million in each of two tasks or three in a broadcast. */
class TrafficMeterIT {
  private static final int MILLION = 1_000_000;

  /** Headers, task binaries and the metrics of tasks. */
  private static final Offset<Long> FRAME = Offset.offset(60_000L);

  private final JavaSparkContext context =
      JavaSparkContext.fromSparkContext(TestSpark.session().sparkContext());

  @Test
  void collectedBytesAreTheResultsOfTheTasks() throws InterruptedException {
    Traffic traffic = measured(1, 1, () -> during("iteration 1 of at most 2", this::collect));
    assertThat(traffic.collected()).isCloseTo(2L * MILLION, FRAME);
    assertThat(traffic.shared()).isLessThan(60_000);
    assertThat(traffic.shuffleWritten()).isZero();
  }

  @Test
  void shuffledBytesAreCountedAsWrittenAndAsRead() throws InterruptedException {
    Traffic traffic = measured(7, 7, () -> during("iteration 7 of at most 9", this::shuffle));
    assertThat(traffic.shuffleWritten()).isCloseTo(2L * MILLION, FRAME);
    assertThat(traffic.shuffleReadLocal()).isEqualTo(traffic.shuffleWritten());
    assertThat(traffic.shuffleReadRemote()).isZero();
    assertThat(traffic.collected()).isLessThan(60_000);
  }

  @Test
  void aBroadcastBelongsToTheJobThatFollowsAndStaysInALocalDriver() throws InterruptedException {
    Traffic traffic =
        measured(
            2,
            2,
            () -> {
              Broadcast<byte[]> broadcast = context.broadcast(noise(3 * MILLION, 5));
              return during("iteration 2 of at most 2", () -> lengths(broadcast));
            });
    assertThat(traffic.shared()).isCloseTo(3L * MILLION, FRAME);
    assertThat(traffic.fetched()).isZero();
  }

  @Test
  void otherJobsAndTheirBroadcastsDoNotCount() throws InterruptedException {
    Traffic traffic =
        measured(
            1,
            1,
            () -> {
              Broadcast<byte[]> broadcast = context.broadcast(noise(3 * MILLION, 5));
              during("error of the start values", () -> lengths(broadcast));
              during("error of the final factors", this::collect);
              return during(
                  "iteration 1 of at most 2", () -> context.parallelize(List.of(1)).count());
            });
    assertThat(traffic.collected()).isLessThan(60_000);
    assertThat(traffic.shared()).isLessThan(60_000);
  }

  /** Spark reports to one listener after the other: a slow one before the meter holds it up. */
  @Test
  void whatIsReportedLateOfEarlierJobsDoesNotCount() throws InterruptedException {
    SparkListener slow = new SlowListener();
    context.sc().addSparkListener(slow);
    try {
      context.broadcast(0);
      Broadcast<byte[]> broadcast = context.broadcast(noise(3 * MILLION, 5));
      during("iteration 1 of at most 2", () -> lengths(broadcast));
      Traffic traffic =
          measured(1, 2, () -> during("iteration 2 of at most 2", () -> lengths(broadcast)));
      assertThat(traffic.shared()).isLessThan(60_000);
    } finally {
      context.sc().removeSparkListener(slow);
    }
  }

  /** Spark says of a piece that goes how large it was. */
  @Test
  void aBroadcastFromBeforeThatGoesDoesNotCount() throws InterruptedException {
    Broadcast<byte[]> broadcast = context.broadcast(noise(3 * MILLION, 5));
    Traffic traffic =
        measured(
            1,
            1,
            () -> {
              broadcast.destroy(true);
              return during("iteration 1 of at most 1", this::collect);
            });
    assertThat(traffic.shared()).isLessThan(60_000);
  }

  @Test
  void theMeanIsOverTheIterationsAskedForWithOrWithoutJobs() throws InterruptedException {
    Traffic traffic =
        measured(
            2,
            5,
            () -> {
              during("iteration 1 of at most 5", this::collect);
              during("iteration 2 of at most 5", this::collect);
              return during("iteration 4 of at most 5", this::collect);
            });
    assertThat(traffic.collected()).isCloseTo(MILLION, FRAME);
  }

  private Traffic measured(int first, int last, Supplier<?> work) throws InterruptedException {
    try (TrafficMeter meter = TrafficMeter.start(context)) {
      assertThat(work.get()).isNotNull();
      return meter.mean(first, last);
    }
  }

  private <T> T during(String label, Supplier<T> work) {
    return JobLabel.during(context, label, work);
  }

  private List<byte[]> collect() {
    return context.parallelize(List.of(1, 2), 2).map(i -> noise(MILLION, i)).collect();
  }

  private List<Integer> shuffle() {
    return context
        .parallelize(List.of(1, 2), 2)
        .mapToPair(i -> new Tuple2<>(i, noise(MILLION, i)))
        .partitionBy(new HashPartitioner(2))
        .map(pair -> pair._2().length)
        .collect();
  }

  private List<Integer> lengths(Broadcast<byte[]> broadcast) {
    return context.parallelize(List.of(1, 2), 2).map(i -> broadcast.value().length).collect();
  }

  private static byte[] noise(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** Takes two seconds over the first block it hears of. */
  private static final class SlowListener extends SparkListener {
    private boolean heard;

    @Override
    public void onBlockUpdated(SparkListenerBlockUpdated block) {
      if (!heard) {
        heard = true;
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
      }
    }
  }
}
