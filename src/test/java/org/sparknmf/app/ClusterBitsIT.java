package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.testing.SampleMatrix;
import org.sparknmf.testing.StandaloneCluster;

/**
 * On a real cluster each plan gives the bits that the driver gives in this JVM, whatever the loss,
 * the solver and the start.
 */
class ClusterBitsIT {
  private static final String DOUBLE = " --precision double";
  private static final String SINGLE = " --precision single";
  private static final String COMMON =
      " --rank 11 --tolerance 0 --max-iterations 7 --checkpoint-interval 4 --plan ";

  /** The default is Frobenius, mu and nndsvda. */
  private static final List<String> KINDS =
      List.of(
          "broadcast --solver hals",
          "scatter --solver bpp",
          "shuffle --loss kullback-leibler",
          "scatter --empty-cells missing",
          "broadcast --loss 0.5",
          "scatter --loss kullback-leibler --alpha-w 0.001 --alpha-h 0.002 --l1-ratio 0.5",
          "broadcast --empty-cells missing --loss kullback-leibler",
          "scatter --empty-cells missing --solver hals",
          "shuffle --init nndsvd",
          "broadcast --init nndsvdar",
          "scatter --init random",
          "broadcast --mini-batch 300");

  @TempDir private static Path directory;
  private static Path sample;
  private static String fromModel;
  private static StandaloneCluster cluster;
  private static final Map<String, List<String>> EXPECTED = new HashMap<>();

  @BeforeAll
  static void clusterAndReference() {
    sample = SampleMatrix.copy("bible-kjv", directory.resolve("bible"));
    Path model = directory.resolve("model");
    FitRun.published(sample, model, "--rank 11 --seed 5 --max-iterations 2");
    fromModel = "shuffle --init-from " + model;
    expect("broadcast" + DOUBLE);
    expect("broadcast" + SINGLE);
    cluster = StandaloneCluster.start(2, directory.resolve("cluster"));
  }

  private static void expect(String run) {
    Path output = directory.resolve("here-" + EXPECTED.size());
    PublishedResult here =
        FitRun.published(sample, output, COMMON.strip() + " driver " + options(run));
    EXPECTED.put(options(run), here.sha256());
  }

  /** Those that change the numbers. */
  private static String options(String run) {
    return run.substring(run.indexOf(' ') + 1).replaceFirst("--partitions \\d+ ", "");
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @Test
  void onTwoExecutors() {
    assertSameBits(
        session(2),
        "two",
        List.of(
            "driver" + DOUBLE,
            "broadcast --partitions 5" + DOUBLE,
            "scatter --partitions 5" + DOUBLE,
            "shuffle --partitions 5" + DOUBLE,
            "shuffle --partitions 3" + SINGLE));
  }

  @Test
  @Tag("onRequest")
  void everyLossSolverAndStart() {
    List<String> runs = new ArrayList<>(KINDS);
    runs.add(fromModel);
    runs.forEach(ClusterBitsIT::expect);
    assertSameBits(session(2), "kind", runs);
  }

  /** Whatever the processor offers, here it is not used. */
  @Test
  @Tag("onRequest")
  void onOneExecutorWithScalarKernels() {
    String scalar = "extraJavaOptions=-Dnmf.kernels=scalar";
    assertSameBits(
        session(1).with("--conf", "spark.driver." + scalar, "--conf", "spark.executor." + scalar),
        "scalar",
        List.of("scatter --partitions 7" + DOUBLE, "broadcast" + SINGLE));
    JsonNode plan = new PublishedResult(output("scalar", 0)).manifest().get("plan");
    assertThat(plan.get("kernels").asText()).startsWith("scalar");
  }

  @Test
  void withAnExecutorKilledInMidRun() {
    assertSameBitsWithAKill(List.of("broadcast" + DOUBLE));
  }

  @Test
  @Tag("onRequest")
  void withAnExecutorKilledOnOtherPlans() {
    assertSameBitsWithAKill(List.of("scatter" + DOUBLE, "shuffle" + DOUBLE));
  }

  /** Some iterations after a checkpoint, so that they have to be made again. */
  private static void assertSameBitsWithAKill(List<String> plans) {
    String name = "killed-of-" + plans.size();
    List<String> lines =
        plans.stream().map(plan -> "kill@6 " + line(name, plans.indexOf(plan), plan)).toList();
    List<JsonNode> ends = session(2).run(lines);
    assertThat(ends).hasSameSizeAs(plans);
    assertThat(ends).extracting(end -> end.get("exitCode").asInt()).containsOnly(0);
    assertThat(ends).extracting(end -> end.get("executorsLost").asInt()).containsOnly(1);
    plans.forEach(plan -> assertBits(name, plans.indexOf(plan), plan));
  }

  private static ClusterSession session(int executors) {
    return new ClusterSession(cluster, directory, executors);
  }

  private static void assertSameBits(ClusterSession session, String name, List<String> plans) {
    List<String> lines = plans.stream().map(plan -> line(name, plans.indexOf(plan), plan)).toList();
    assertThat(session.run(lines))
        .hasSameSizeAs(plans)
        .allSatisfy(
            end -> {
              assertThat(end.get("exitCode").asInt()).isZero();
              assertThat(end.get("executorsLost").asInt()).isZero();
            });
    plans.forEach(plan -> assertBits(name, plans.indexOf(plan), plan));
  }

  private static String line(String name, int number, String plan) {
    return "fit --input " + sample + " --output " + output(name, number) + COMMON + plan;
  }

  private static void assertBits(String name, int number, String run) {
    PublishedResult result = new PublishedResult(output(name, number));
    String plan = run.substring(0, run.indexOf(' '));
    assertThat(result.manifest().at("/plan/engine").asText()).isEqualTo(plan);
    assertThat(result.sha256()).as(name + ": " + run).isEqualTo(EXPECTED.get(options(run)));
  }

  private static Path output(String name, int number) {
    return directory.resolve(name + "-" + number);
  }
}
