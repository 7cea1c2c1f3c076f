package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.ml.NMF;
import org.sparknmf.ml.NMFModel;
import org.sparknmf.testing.SampleMatrix;
import org.sparknmf.testing.TestSpark;

/**
 * One night after the other on one Spark context, as a long-lived service would run them: a fit
 * that its time limit cuts short, the fit that resumes it, weights of new rows, each published over
 * the night before, and an estimator's fit. Nothing may grow. A minute here; for two hours: {@code
 * -Dsoak.minutes=120 -Dtests.excluded=none -Dit.test=SoakIT}.
 */
@Tag("onRequest")
@Timeout(value = 5, unit = TimeUnit.HOURS)
class SoakIT {
  private static final Duration LENGTH =
      Duration.ofMinutes(Long.parseLong(System.getProperty("soak.minutes", "1")));
  private static final int FEWEST_NIGHTS = 12;
  private static final int REPORTED = 20;
  private static final int ROWS = 200;

  private final SparkSession spark = TestSpark.session();
  private final List<Footprint> nights = new ArrayList<>();
  @TempDir private Path directory;
  private Path input;
  private Dataset<Row> rows;

  @Test
  void nothingGrows() throws InterruptedException {
    input = SampleMatrix.copy("digits", directory.resolve("in"));
    rows = vectors();
    Instant end = Instant.now().plus(LENGTH);
    while (nights.size() < FEWEST_NIGHTS || Instant.now().isBefore(end)) {
      night(nights.size());
      nights.add(Footprint.take(spark, directory));
      if (nights.size() % REPORTED == 0) {
        report();
      }
    }
    report();
    assertThat(growth(Footprint::files)).as("files").isZero();
    assertThat(growth(Footprint::openFiles)).as("open files").isLessThanOrEqualTo(8);
    assertThat(growth(Footprint::threads)).as("threads").isLessThanOrEqualTo(4);
    assertThat(growth(Footprint::cached)).as("cached data").isZero();
    assertThat(growth(Footprint::blocks)).as("blocks").isLessThanOrEqualTo(2);
    assertThat(growth(Footprint::heap))
        .as("bytes of heap")
        .isLessThan(16_000_000 + median(Footprint::heap, 1) / 10);
  }

  private Dataset<Row> vectors() {
    List<Row> vectors =
        IntStream.range(0, ROWS)
            .mapToObj(
                i -> RowFactory.create(Vectors.dense(i % 3, i % 5, i % 7, 1 + i % 11, i % 13)))
            .toList();
    return spark.createDataFrame(
        vectors, new StructType().add("features", SQLDataTypes.VectorType()));
  }

  private void night(int number) {
    String publish = number % 2 == 0 ? "rename" : "pointer";
    Path model = directory.resolve(publish);
    String fit =
        "fit --input %s --output %s --publish %s --seed %d --rank 6 --tolerance 0 --max-iterations 40"
            .formatted(input, model, publish, number);
    run(fit + " --if-exists overwrite --plan broadcast --max-runtime 1s");
    run(fit + " --if-exists resume --plan shuffle");
    run(
        "transform --model %s --input %s --output %s --if-exists overwrite"
            .formatted(model, input, directory.resolve("weights")));
    NMFModel estimated = new NMF().setK(4).setMaxIter(10).fit(rows);
    assertThat(estimated.transform(rows).select("factors").collectAsList()).hasSize(ROWS);
  }

  private void run(String line) {
    RecordedRun run = new RecordedRun(directory).run(Commands.ALL, line.split(" ", -1));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
  }

  /** From the second quarter to the last. */
  private long growth(ToLongFunction<Footprint> what) {
    return median(what, 3) - median(what, 1);
  }

  private long median(ToLongFunction<Footprint> what, int quarter) {
    int from = quarter * nights.size() / 4;
    int to = (quarter + 1) * nights.size() / 4;
    long[] sorted = nights.subList(from, to).stream().mapToLong(what).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private void report() {
    System.err.println("soak: night " + nights.size() + " " + nights.get(nights.size() - 1));
  }
}
