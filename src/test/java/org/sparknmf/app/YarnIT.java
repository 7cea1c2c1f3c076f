package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.testing.Patience;
import org.sparknmf.testing.SampleMatrix;
import org.sparknmf.testing.SparkHome;
import org.sparknmf.testing.SubmitProcess;
import org.sparknmf.testing.YarnCluster;

/**
 * The submit script for YARN with {@code --wait} on a real YARN, the driver on the cluster: it ends
 * with the run's own code, which YARN itself turns into 1. On Spark 3.5, the last one whose client
 * for YARN comes as a jar.
 */
@Tag("onRequest")
@Timeout(value = Patience.MINUTES, unit = TimeUnit.MINUTES)
class YarnIT {
  @TempDir private static Path directory;
  private static YarnCluster yarn;
  private static Path input;

  @BeforeAll
  static void start() {
    yarn = YarnCluster.start(directory);
    input = SampleMatrix.copy("digits", directory.resolve("digits"));
  }

  @AfterAll
  static void stop() {
    yarn.close();
  }

  @Test
  void aGoodRunEndsWithZero() {
    SubmitProcess.Result run = fit(input, "good", "--max-iterations", "5");
    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(new PublishedResult(directory.resolve("good")).manifest().path("runId").asText())
        .isNotEmpty();
  }

  @Test
  void aGatedRunEndsWithItsCode() {
    SubmitProcess.Result run =
        fit(input, "gated", "--max-iterations", "2", "--require-convergence");
    assertThat(run.exitCode()).as(run.stderr()).isEqualTo(3);
    assertThat(run.lastErrorLine()).contains("[GATE]");
  }

  @Test
  void missingInputEndsWithItsCode() {
    SubmitProcess.Result run = fit(directory.resolve("nowhere"), "bad");
    assertThat(run.exitCode()).as(run.stderr()).isEqualTo(5);
    assertThat(run.lastErrorLine()).contains("nowhere");
  }

  private static SubmitProcess.Result fit(Path from, String output, String... options) {
    SparkHome spark = SparkHome.of("3.5.6_2.13");
    List<String> words =
        new ArrayList<>(
            List.of("fit", "--wait", "--input", from.toUri().toString(), "--rank", "4"));
    words.addAll(List.of("--output", directory.resolve(output).toUri().toString()));
    words.addAll(List.of(options));
    words.addAll(
        List.of(
            "--spark", "--conf", "spark.yarn.jars=local:%s/jars/*".formatted(spark.directory())));
    // YARN's proxy of the web pages is no part of these jars.
    words.addAll(List.of("--conf", "spark.ui.enabled=false"));
    return SubmitProcess.of(
            Path.of("submit-scripts/yarn.sh").toAbsolutePath(), words.toArray(String[]::new))
        .environment("SPARK_HOME", spark.directory().toString())
        .environment("HADOOP_CONF_DIR", yarn.configuration().toString())
        .environment("SPARK_NMF_JAR", System.getProperty("nmf.jar"))
        .environment("SPARK_NMF_DRIVER_MEMORY", "1g")
        .environment("EXECUTORS", "1")
        .environment("EXECUTOR_CORES", "1")
        .environment("EXECUTOR_MEMORY", "1g")
        .run();
  }
}
