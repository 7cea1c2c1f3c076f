package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.testing.KeyedFileSystem;
import org.sparknmf.testing.TestSpark;

/**
 * Secrets in paths, options, queries and the environment are seen nowhere: not in what is printed,
 * not in files that a run leaves, not in what Spark's web UI tells.
 */
class SecretsIT {
  private static final String SECRET = KeyedFileSystem.SECRET;
  private static final String CSV = "user,item,rating\nann,x,1\nann,y,2\nbob,x,3\nbob,y,4\n";
  private static final String OPTIONS = "--rank 2 --max-iterations 3 --plan driver";

  @TempDir private static Path directory;
  private static SparkSession spark;
  private static Path input;
  private static Path model;

  @BeforeAll
  static void fitFromAndToAUriWithAPassword() throws IOException {
    spark = TestSpark.session();
    KeyedFileSystem.register(spark.sparkContext().hadoopConfiguration());
    input = Files.writeString(directory.resolve("x.csv"), CSV + "cid\n");
    model = directory.resolve("model");
    RecordedRun run =
        run(
            "fit --input %s --output %s --on-bad-rows skip %s --verbose"
                .formatted(KeyedFileSystem.uri(input), KeyedFileSystem.uri(model), OPTIONS));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("Published in keyed://(redacted)@store" + model);
  }

  /** Runs a line and sees to it that nothing is printed that should not be. */
  private static RecordedRun run(String line) {
    RecordedRun run = new RecordedRun(directory).run(Commands.ALL, line.split(" ", -1));
    assertThat(run.out()).doesNotContain(SECRET);
    assertThat(run.err()).doesNotContain(SECRET);
    return run;
  }

  private static void assertNoFileHasIt(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text.contains(SECRET)).as("%s", file).isFalse();
      }
    }
  }

  @Test
  void whatAFitLeavesHasNone() throws IOException {
    assertNoFileHasIt(directory);
    PublishedResult result = new PublishedResult(model);
    assertThat(result.manifest().at("/input/path").asText())
        .isEqualTo("keyed://(redacted)@store" + input);
    assertThat(result.manifest().at("/settings/input").asText())
        .isEqualTo("keyed://(redacted)@store" + input);
    assertThat(result.manifest().at("/input/rejectedRows").asInt()).isEqualTo(1);
  }

  @Test
  void commandsForModelsShowNone() throws IOException {
    String keyed = KeyedFileSystem.uri(model);
    assertThat(run("describe " + keyed).code()).isEqualTo(ExitCode.DONE);
    String output = KeyedFileSystem.uri(directory.resolve("recommended"));
    RecordedRun run =
        run("recommend --model %s --output %s --top 1".formatted(keyed, output) + " --verbose");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertNoFileHasIt(directory);
  }

  @Test
  void failuresShowNone() throws IOException {
    String output = " --output " + KeyedFileSystem.uri(directory.resolve("failed"));
    String missing = KeyedFileSystem.uri(directory.resolve("none.csv"));
    RecordedRun run = run("fit --verbose --input " + missing + output);
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    assertThat(run.lastLine()).contains("keyed://(redacted)@store" + directory + "/none.csv");
    RecordedRun bad = run("fit --verbose --input " + KeyedFileSystem.uri(input) + output);
    assertThat(bad.code()).isEqualTo(ExitCode.INVALID_MATRIX);
    RecordedRun there =
        run(
            "fit --input "
                + KeyedFileSystem.uri(input)
                + " --output "
                + KeyedFileSystem.uri(model));
    assertThat(there.code()).isEqualTo(ExitCode.OUTPUT);
    RecordedRun noStore = run("fit --input s3x://AKIA1:" + SECRET + "@bucket/x" + output);
    assertThat(noStore.code()).isNotEqualTo(ExitCode.DONE);
    RecordedRun sql = run("fit --sql select+password='" + SECRET + "'+frm" + output);
    assertThat(sql.code()).isEqualTo(ExitCode.USAGE);
    run("fit --password=" + SECRET);
    run("fit --format-option password:" + SECRET + " --input x --output y");
    assertNoFileHasIt(directory);
  }

  @Test
  void optionsAndQueriesShowNoneAndSparkTellsNone() throws IOException, TimeoutException {
    Queue<String> told = new ConcurrentLinkedQueue<>();
    SparkListener listener = new Told(told);
    Path good = Files.writeString(directory.resolve("good.csv"), CSV);
    spark.sparkContext().addSparkListener(listener);
    try {
      RecordedRun csv =
          run(
              "fit --format-name csv --format-option header=true,inferSchema=true,password=%s"
                      .formatted(SECRET)
                  + " --input %s --output %s %s"
                      .formatted(
                          KeyedFileSystem.uri(good), directory.resolve("by-option"), OPTIONS));
      assertThat(csv.code()).as(csv.err()).isEqualTo(ExitCode.DONE);
      String query =
          "select _c0 as row, _c1 as column, 1 as value from csv.`"
              + KeyedFileSystem.uri(good)
              + "` where _c0 <> 'password="
              + SECRET
              + "'";
      RecordedRun sql =
          new RecordedRun(directory)
              .environment("SPARK_NMF_SQL", query)
              .run(
                  Commands.ALL,
                  ("fit --verbose --output " + directory.resolve("by-query") + " " + OPTIONS)
                      .split(" ", -1));
      assertThat(sql.code()).as(sql.err()).isEqualTo(ExitCode.DONE);
      assertThat(sql.err() + sql.out()).doesNotContain(SECRET);
      spark.sparkContext().listenerBus().waitUntilEmpty();
    } finally {
      spark.sparkContext().removeSparkListener(listener);
    }
    assertThat(told).isNotEmpty().noneMatch(text -> text.contains(SECRET));
    assertThat(told).anyMatch(text -> text.contains("redacted"));
    assertNoFileHasIt(directory);
    assertThat(
            new PublishedResult(directory.resolve("by-option"))
                .manifest()
                .at("/settings/format-option/password")
                .asText())
        .isEqualTo("(redacted)");
  }

  @Test
  void configurationShowsNone() {
    RecordedRun run =
        new RecordedRun(directory)
            .environment("SPARK_NMF_INPUT", "s3a://AKIA1:" + SECRET + "@bucket/x")
            .property("spark.nmf.format-option", "a=b,secret.key=" + SECRET + ",c=d")
            .run(Commands.ALL, "config", "--show-origin");
    assertThat(run.out())
        .doesNotContain(SECRET)
        .containsPattern("input +s3a://\\(redacted\\)@bucket/x +environment SPARK_NMF_INPUT")
        .containsPattern("format-option +a=b,secret.key=\\(redacted\\),c=d +Spark property");
  }

  /** What the web UI shows of jobs and queries. */
  private static final class Told extends SparkListener {
    private final Queue<String> texts;

    Told(Queue<String> texts) {
      this.texts = texts;
    }

    @Override
    public void onJobStart(SparkListenerJobStart job) {
      texts.add(String.valueOf(job.properties()));
    }

    @Override
    public void onOtherEvent(SparkListenerEvent event) {
      if (event instanceof SparkListenerSQLExecutionStart start) {
        texts.addAll(
            List.of(
                start.description(),
                start.details(),
                start.physicalPlanDescription(),
                start.sparkPlanInfo().toString(),
                start.sparkPlanInfo().simpleString(),
                String.valueOf(start.modifiedConfigs())));
      }
    }
  }
}
