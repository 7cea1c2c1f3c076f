package io.github.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sparknmf.testing.StandaloneCluster;
import io.github.sparknmf.testing.SubmitProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What moves on a real cluster: H to each executor, their sums to the driver. */
class BenchClusterIT {
  private static final String JAR = System.getProperty("nmf.jar");
  private static final long H = 8L * 10_007 * 7;

  @TempDir Path directory;

  @Test
  void eachExecutorFetchesH() throws IOException {
    try (StandaloneCluster cluster = StandaloneCluster.start(2, directory)) {
      JsonNode one = bench(cluster, 1);
      JsonNode two = bench(cluster, 2);
      assertFetched(one, H);
      assertFetched(two, 2 * H);
      assertThat(two.get("bytesBroadcastOncePerIteration").asLong()).isBetween(H, H + 40_000);
      assertThat(two.get("bytesCollectedPerIteration").asLong()).isBetween(2 * H, 2 * H + 20_000);
    }
  }

  private static void assertFetched(JsonNode report, long bytes) {
    assertThat(report.get("bytesBroadcastToExecutorsPerIteration").asLong())
        .isBetween(bytes, bytes + 80_000);
  }

  private static JsonNode bench(StandaloneCluster cluster, int executors) throws IOException {
    List<String> words = new ArrayList<>(List.of("--class", Main.class.getName()));
    words.addAll(List.of("--master", cluster.masterUrl(), "--driver-memory", "512m"));
    words.addAll(List.of("--executor-memory", "512m", "--executor-cores", "1"));
    words.addAll(List.of("--total-executor-cores", String.valueOf(executors)));
    words.addAll(List.of("--conf", "spark.ui.enabled=false"));
    words.addAll(List.of("--conf", "spark.scheduler.minRegisteredResourcesRatio=1.0", JAR));
    words.addAll(List.of("bench", "--json", "--plan", "broadcast", "--partitions", "2"));
    words.addAll(List.of("--rows", "20011", "--columns", "10007", "--nonzeros", "40022"));
    words.addAll(List.of("--rank", "7", "--max-iterations", "4", "--warm-up", "2"));
    SubmitProcess.Result result = SubmitProcess.sparkSubmit(words.toArray(String[]::new)).run();
    assertThat(result.exitCode()).as(result.stderr()).isZero();
    return new ObjectMapper().readTree(result.stdout());
  }
}
