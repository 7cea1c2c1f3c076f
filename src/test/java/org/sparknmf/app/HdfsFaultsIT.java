package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.testing.HdfsCluster;
import org.sparknmf.testing.Patience;
import org.sparknmf.testing.SubmitProcess;

/** What happens to the file system of output and checkpoints: the same bits, at once or resumed. */
@Tag("onRequest")
@Timeout(value = Patience.MINUTES_OF_MANY, unit = TimeUnit.MINUTES)
class HdfsFaultsIT {

  @TempDir private static Path directory;
  private static HdfsCluster hdfs;
  private static FaultedFit fit;

  /** What goes wrong. */
  private interface Trouble {
    void happen() throws Exception;
  }

  @BeforeAll
  static void start() {
    hdfs = HdfsCluster.start(directory.resolve("hdfs"));
    fit = new FaultedFit(directory).on("--master", "local[2]");
  }

  @AfterAll
  static void stop() {
    hdfs.close();
  }

  @Test
  void theDataNodeGoesAway() throws Exception {
    for (int t = 0; t < Tries.of(5); t++) {
      survives("data-" + t, 15 + 20 * t, () -> hdfs.withoutDataNode(Duration.ofSeconds(5)));
    }
  }

  @Test
  void theNameNodeStartsAgain() throws Exception {
    for (int t = 0; t < Tries.of(5); t++) {
      survives("name-" + t, 15 + 20 * t, hdfs::restartNameNode);
    }
  }

  private static void survives(String name, int iteration, Trouble trouble) throws Exception {
    String output = hdfs.uri("/" + name);
    int code;
    try (SubmitProcess.Running running = fit.start(output, "resume")) {
      assertThat(FaultedFit.says(running, "iteration %d of at most".formatted(iteration)))
          .as(running.stderr())
          .isTrue();
      trouble.happen();
      SubmitProcess.Result end = running.await();
      code = end.exitCode();
      assertThat(code).as(end.stderr()).isIn(0, 5, 6, 75);
    }
    if (code != 0) {
      assertThat(fit.finish(output, "resume").stderr()).contains("going on after iteration ");
    }
    JsonNode factors = manifest(name).get("factors");
    assertThat(List.of(factors.at("/W/sha256").asText(), factors.at("/H/sha256").asText()))
        .isEqualTo(fit.expected());
  }

  private static JsonNode manifest(String name) throws IOException {
    org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path("/" + name + "/manifest.json");
    try (InputStream in = hdfs.fileSystem().open(file)) {
      return new ObjectMapper().readTree(in);
    }
  }
}
