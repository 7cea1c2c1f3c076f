package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.testing.HdfsCluster;
import org.sparknmf.testing.Patience;
import org.sparknmf.testing.SampleMatrix;
import org.sparknmf.testing.StandaloneCluster;
import org.sparknmf.testing.SubmitProcess;

/**
 * {@code fit} through spark-submit on a standalone cluster, from HDFS to HDFS: the same bits as on
 * one core of one machine.
 */
class ClusterFitIT {
  private static final String JAR = System.getProperty("nmf.jar");

  @TempDir private static java.nio.file.Path directory;
  private static HdfsCluster hdfs;
  private static List<String> bitsOfOneCore;

  @BeforeAll
  static void inputAndReference() throws IOException {
    hdfs = HdfsCluster.start(directory.resolve("hdfs"));
    java.nio.file.Path sample = directory.resolve("digits");
    SampleMatrix.copy("digits", sample);
    hdfs.fileSystem().copyFromLocalFile(new Path(sample.toUri()), new Path("/in/digits"));
    bitsOfOneCore = fit("one-core", "driver", "--master", "local[1]");
  }

  @AfterAll
  static void stop() {
    hdfs.close();
  }

  @Test
  @Tag("onRequest")
  void onTwoCores() throws IOException {
    assertThat(fit("two-cores", "broadcast", "--master", "local[2]")).isEqualTo(bitsOfOneCore);
  }

  @Test
  @Tag("onRequest")
  void onOneWorker() throws Exception {
    try (StandaloneCluster cluster = StandaloneCluster.start(1, directory.resolve("one"))) {
      assertThat(fit("one-worker", "broadcast", from(cluster))).isEqualTo(bitsOfOneCore);
      waitsForTheEnd(cluster, 2, "[INVALID_SETTING]", "--solver hals --loss kullback-leibler");
    }
  }

  @Test
  @Timeout(value = Patience.MINUTES, unit = TimeUnit.MINUTES)
  void onTwoWorkersInEitherMode() throws Exception {
    try (StandaloneCluster cluster = StandaloneCluster.start(2, directory.resolve("two"))) {
      assertThat(fit("client", "broadcast", from(cluster))).isEqualTo(bitsOfOneCore);
      assertThat(fitOnAWorker(cluster)).isEqualTo(bitsOfOneCore);
      waitsForTheEnd(cluster, 3, "[GATE]", "--max-relative-error 0.01");
    }
  }

  /** Cluster mode: without --wait the script comes back at once, the status file tells the end. */
  private static List<String> fitOnAWorker(StandaloneCluster cluster) throws IOException {
    SubmitProcess.Result done = onAWorker(cluster, fitWords("cluster", "broadcast")).run();
    assertThat(done.exitCode()).as(done.stderr()).isZero();
    Path status = new Path("/out/cluster.status.json");
    Patience.until("the end of the driver", () -> isOver(status));
    assertThat(json(status).get("exitCode").asInt()).as(json(status).toString()).isZero();
    return published("cluster");
  }

  private static boolean isOver(Path status) {
    try {
      return !json(status).get("exitCode").isNull();
    } catch (FileNotFoundException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With --wait it ends as the driver on the worker ended: with its code and its last line. */
  private static void waitsForTheEnd(
      StandaloneCluster cluster, int code, String word, String more) {
    String[] words =
        (String.join(" ", fitWords("waited", "broadcast")) + " --wait " + more).split(" ", -1);
    SubmitProcess.Result ended = onAWorker(cluster, words).run();
    assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(code);
    assertThat(ended.lastErrorLine()).contains(word);
  }

  private static SubmitProcess onAWorker(StandaloneCluster cluster, String... words) {
    return SubmitProcess.of(
            java.nio.file.Path.of("submit-scripts", "standalone.sh").toAbsolutePath(), words)
        .environment("MASTER", cluster.masterUrl())
        .environment("DEPLOY_MODE", "cluster")
        .environment("SPARK_NMF_DRIVER_MEMORY", "512m")
        .environment("EXECUTOR_MEMORY", "512m")
        .environment("EXECUTOR_CORES", "1")
        .environment("SPARK_LOCAL_IP", "127.0.0.1");
  }

  private static List<String> fit(String output, String plan, String... sparkOptions)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("--class", Main.class.getName()));
    words.addAll(List.of("--conf", "spark.ui.enabled=false", "--driver-memory", "512m"));
    words.addAll(Arrays.asList(sparkOptions));
    words.add(JAR);
    words.addAll(Arrays.asList(fitWords(output, plan)));
    assertSucceeds(SubmitProcess.sparkSubmit(words.toArray(String[]::new)));
    return published(output);
  }

  private static String[] fitWords(String output, String plan) {
    String places = "fit --input " + hdfs.uri("/in/digits") + " --output " + hdfs.uri("/out/");
    return (places + output + " --tolerance 0 --max-iterations 15 --plan " + plan).split(" ", -1);
  }

  private static void assertSucceeds(SubmitProcess process) {
    SubmitProcess.Result result = process.run();
    assertThat(result.exitCode()).as(result.stderr()).isZero();
  }

  private static String[] from(StandaloneCluster cluster) {
    String options = " --executor-memory 512m --executor-cores 1";
    return ("--master " + cluster.masterUrl() + options).split(" ", -1);
  }

  /** Looks at a whole result and nothing beside it; the digests of W and H. */
  private static List<String> published(String output) throws IOException {
    assertThat(names("/out/" + output))
        .containsExactly(
            "H",
            "W",
            "_SUCCESS",
            "components",
            "figures.json",
            "history.jsonl",
            "manifest.json",
            "model",
            "report.html");
    assertThat(names("/out")).doesNotContain("." + output + ".spark-nmf");
    JsonNode manifest = json(new Path("/out/" + output + "/manifest.json"));
    assertThat(manifest.at("/result/iterations").asInt()).isEqualTo(15);
    JsonNode factors = manifest.get("factors");
    return List.of(factors.at("/W/sha256").asText(), factors.at("/H/sha256").asText());
  }

  private static List<String> names(String folder) throws IOException {
    FileStatus[] files = hdfs.fileSystem().listStatus(new Path(folder));
    return Arrays.stream(files).map(file -> file.getPath().getName()).sorted().toList();
  }

  private static JsonNode json(Path file) throws IOException {
    try (FSDataInputStream in = hdfs.fileSystem().open(file)) {
      return new ObjectMapper().readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
