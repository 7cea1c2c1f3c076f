package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.testing.Patience;
import org.sparknmf.testing.S3Server;
import org.sparknmf.testing.SubmitProcess;

/** On an object store, where nothing can be renamed: killed, resumed, and what readers find. */
@Tag("onRequest")
@Timeout(value = Patience.MINUTES_OF_MANY, unit = TimeUnit.MINUTES)
class S3FaultsIT {
  @TempDir private static Path directory;
  private static Optional<S3Server> server = Optional.empty();
  private static FaultedFit fit;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = S3Server.start(directory.resolve("s3.log"));
    assumeTrue(server.isPresent(), "there is no moto_server");
    fit =
        new FaultedFit(directory)
            .on("--master", "local[1]")
            .on(server.get().options().toArray(String[]::new));
  }

  @AfterAll
  static void stop() {
    server.ifPresent(S3Server::close);
  }

  @Test
  void killedAndResumed() throws IOException, InterruptedException {
    Random random = new Random(5);
    for (int t = 0; t < Tries.of(5); t++) {
      String name = "killed-" + t;
      String output = server.get().uri(name);
      int iteration = 11 + random.nextInt(100);
      try (SubmitProcess.Running running = fit.start(output, "resume")) {
        assertThat(FaultedFit.says(running, "iteration %d of at most".formatted(iteration)))
            .as(running.stderr())
            .isTrue();
        running.process().destroyForcibly().waitFor();
      }
      assertThat(server.get().keys(name + "/_current")).as("published yet").isEmpty();
      SubmitProcess.Result end = fit.finish(output, "resume");
      assertThat(end.stderr()).contains("going on after iteration ");
      assertThat(published(name)).isEqualTo(fit.expected());
      assertThat(server.get().keys("." + name)).as("left of the run").isEmpty();
    }
  }

  /** The digests in the manifest of the run that the pointer names. */
  private static List<String> published(String name) throws IOException, InterruptedException {
    String pointer = server.get().text(name + "/_current");
    String manifest =
        server.get().keys(name + "/").stream()
            .filter(key -> key.endsWith("/manifest.json") && pointer.contains(run(key)))
            .findFirst()
            .orElseThrow();
    JsonNode factors = new ObjectMapper().readTree(server.get().text(manifest)).get("factors");
    return List.of(factors.at("/W/sha256").asText(), factors.at("/H/sha256").asText());
  }

  /** The run in NAME/runs/RUN/manifest.json. */
  private static String run(String key) {
    return key.split("/", -1)[2];
  }
}
