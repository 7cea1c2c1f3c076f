package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.testing.StandaloneCluster;

/** What moves on a real cluster, by Spark's metrics, is what the plan says will move. */
@Tag("onRequest")
class BenchClusterIT {
  private static final long H = 8L * 30_011 * 11;

  @TempDir private static Path directory;
  private static StandaloneCluster cluster;
  private static JsonNode ofOne;
  private static List<JsonNode> ofTwo;

  @BeforeAll
  static void measure() {
    cluster = StandaloneCluster.start(2, directory.resolve("cluster"));
    ofOne = reports(1, "broadcast").get(0);
    ofTwo = reports(2, "broadcast", "scatter", "shuffle");
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  private static List<JsonNode> reports(int executors, String... plans) {
    String shape =
        "bench --json --rows 20000 --columns 30011 --nonzeros 800000 --rank 11 --orientation rows"
            + " --partitions 2 --max-iterations 3 --warm-up 2 --plan ";
    List<JsonNode> reports = new ArrayList<>();
    List<String> lines = Arrays.stream(plans).map(plan -> shape + plan).toList();
    for (JsonNode object : new ClusterSession(cluster, directory, executors).run(lines)) {
      if (object.has("exitCode")) {
        assertThat(object.get("exitCode").asInt()).isZero();
      } else {
        reports.add(object);
      }
    }
    assertThat(reports).hasSameSizeAs(plans);
    return reports;
  }

  @Test
  void eachExecutorFetchesH() {
    assertMoved(ofOne, "bytesBroadcastToExecutorsPerIteration", H);
    for (JsonNode report : ofTwo.subList(0, 2)) {
      assertMoved(report, "bytesBroadcastToExecutorsPerIteration", 2 * H);
      assertMoved(report, "bytesBroadcastOncePerIteration", H);
    }
  }

  @Test
  void theDriverCollectsTheSumsOfEachPartitionOrEachStripe() {
    assertMoved(ofTwo.get(0), "bytesCollectedPerIteration", 2 * H);
    assertMoved(ofTwo.get(1), "bytesCollectedPerIteration", H);
    assertThat(ofTwo.get(2).get("bytesCollectedPerIteration").asLong()).isLessThan(H / 8);
  }

  @Test
  void whatThePlansPredict() {
    for (JsonNode report : ofTwo.subList(0, 2)) {
      assertPredicted(report, "bytesBroadcastToExecutorsPerIteration", "bytesBroadcastPredicted");
      assertPredicted(report, "bytesCollectedPerIteration", "bytesCollectedPredicted");
    }
    for (JsonNode report : ofTwo.subList(1, 3)) {
      assertPredicted(report, "bytesShuffledPerIteration", "bytesShuffledPredicted");
      assertThat(report.get("bytesShuffledPredicted").asLong())
          .as("popular columns: fewer are touched than if cells fell anywhere")
          .isLessThanOrEqualTo(report.get("bytesShuffledPlanned").asLong());
    }
  }

  @Test
  void executorsReadFromEachOther() {
    for (JsonNode report : ofTwo.subList(1, 3)) {
      long local = report.get("bytesShuffleReadLocallyPerIteration").asLong();
      long remote = report.get("bytesShuffleReadRemotelyPerIteration").asLong();
      assertThat(remote).isPositive();
      long all = report.get("bytesShuffledPerIteration").asLong();
      assertThat(local + remote).as("means, each rounded down").isBetween(all - 1, all);
    }
  }

  private static void assertMoved(JsonNode report, String measured, long bytes) {
    assertThat(report.get(measured).asLong()).as(measured).isBetween(bytes, bytes + 200_000);
  }

  private static void assertPredicted(JsonNode report, String measured, String predicted) {
    assertThat((double) report.get(measured).asLong())
        .as(report.get("plan").asText() + " " + measured)
        .isCloseTo((double) report.get(predicted).asLong(), withinPercentage(20));
  }
}
