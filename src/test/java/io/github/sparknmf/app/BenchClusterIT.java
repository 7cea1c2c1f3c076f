package io.github.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sparknmf.testing.StandaloneCluster;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What moves on a real cluster, by Spark's metrics, is what the plan says will move. */
class BenchClusterIT {
  private static final long H = 8L * 30_011 * 11;

  @TempDir private static Path directory;
  private static StandaloneCluster cluster;
  private static List<JsonNode> ofOne;
  private static List<JsonNode> ofTwo;

  @BeforeAll
  static void measure() {
    cluster = StandaloneCluster.start(2, directory.resolve("cluster"));
    ofOne = reports(1);
    ofTwo = reports(2);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  private static List<JsonNode> reports(int executors) {
    String shape =
        "bench --json --rows 20000 --columns 30011 --nonzeros 800000 --rank 11 --orientation rows"
            + " --partitions 2 --max-iterations 3 --warm-up 2 --plan ";
    List<JsonNode> all =
        new ClusterSession(cluster, directory, executors)
            .run(List.of(shape + "broadcast", shape + "scatter", shape + "shuffle"));
    assertThat(all).hasSize(6);
    for (int i = 1; i < all.size(); i += 2) {
      assertThat(all.get(i).get("exitCode").asInt()).isZero();
    }
    return List.of(all.get(0), all.get(2), all.get(4));
  }

  @Test
  void eachExecutorFetchesH() {
    for (int plan = 0; plan < 2; plan++) {
      assertMoved(ofOne.get(plan), "bytesBroadcastToExecutorsPerIteration", H);
      assertMoved(ofTwo.get(plan), "bytesBroadcastToExecutorsPerIteration", 2 * H);
      assertMoved(ofTwo.get(plan), "bytesBroadcastOncePerIteration", H);
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
    for (List<JsonNode> reports : List.of(ofOne, ofTwo)) {
      for (JsonNode report : reports.subList(0, 2)) {
        assertPredicted(report, "bytesBroadcastToExecutorsPerIteration", "bytesBroadcastPredicted");
        assertPredicted(report, "bytesCollectedPerIteration", "bytesCollectedPredicted");
      }
      for (JsonNode report : reports.subList(1, 3)) {
        assertPredicted(report, "bytesShuffledPerIteration", "bytesShuffledPredicted");
        assertThat(report.get("bytesShuffledPredicted").asLong())
            .as("popular columns: fewer are touched than if cells fell anywhere")
            .isLessThanOrEqualTo(report.get("bytesShuffledPlanned").asLong());
      }
    }
  }

  @Test
  void executorsReadFromEachOther() {
    for (int plan = 1; plan < 3; plan++) {
      assertThat(ofOne.get(plan).get("bytesShuffleReadRemotelyPerIteration").asLong()).isZero();
      long local = ofTwo.get(plan).get("bytesShuffleReadLocallyPerIteration").asLong();
      long remote = ofTwo.get(plan).get("bytesShuffleReadRemotelyPerIteration").asLong();
      assertThat(remote).isPositive();
      assertThat(local + remote)
          .isEqualTo(ofTwo.get(plan).get("bytesShuffledPerIteration").asLong());
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
