package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.testing.SampleMatrix;
import org.sparknmf.testing.StandaloneCluster;

/**
 * On a cluster whose processes authenticate each other and encrypt what they send and what they
 * spill, each plan gives the bits that it gives without; and Spark's event log, which is all that
 * its web UI shows, has no secret in it.
 */
class ClusterSecurityIT {
  private static final String SHARED = "hunter2-of-the-cluster";
  private static final String PLANTED = "hunter2-of-the-store";
  private static final String OPTIONS =
      " --rank 7 --tolerance 0 --max-iterations 3 --checkpoint-interval 2 --plan ";

  @TempDir private static Path directory;

  @Test
  void eachPlanGivesTheSameBits() throws IOException {
    Path sample = SampleMatrix.copy("digits", directory.resolve("digits"));
    List<String> expected =
        FitRun.published(sample, directory.resolve("here"), OPTIONS.strip() + " driver").sha256();
    Path events = Files.createDirectories(directory.resolve("events"));
    Path properties = directory.resolve("secure.conf");
    Files.writeString(
        properties,
        """
        spark.authenticate true
        spark.authenticate.secret %s
        spark.network.crypto.enabled true
        spark.io.encryption.enabled true
        spark.master.rest.enabled false
        spark.hadoop.fs.s3a.secret.key %s
        spark.eventLog.enabled true
        spark.eventLog.compress false
        spark.eventLog.dir %s
        """
            .formatted(SHARED, PLANTED, events.toUri()));
    List<String> plans = List.of("shuffle");
    try (StandaloneCluster cluster =
        StandaloneCluster.start(1, directory.resolve("cluster"), properties)) {
      List<JsonNode> ends =
          new ClusterSession(cluster, directory, 2)
              .with("--properties-file", properties.toString())
              .run(plans.stream().map(plan -> line(sample, plan)).toList());
      assertThat(ends).extracting(end -> end.get("exitCode").asInt()).containsExactly(0);
    }
    for (String plan : plans) {
      PublishedResult result = new PublishedResult(directory.resolve(plan));
      assertThat(result.manifest().at("/plan/engine").asText()).isEqualTo(plan);
      assertThat(result.sha256()).as(plan).isEqualTo(expected);
    }
    String told = texts(events);
    assertThat(told)
        .contains("\"spark.network.crypto.enabled\":\"true\"")
        .contains("\"spark.io.encryption.enabled\":\"true\"")
        .contains("\"spark.hadoop.fs.s3a.secret.key\":\"*********(redacted)\"");
    assertThat(told.contains(SHARED) || told.contains(PLANTED)).isFalse();
    String logs = texts(directory.resolve("cluster"));
    assertThat(logs.contains(SHARED) || logs.contains(PLANTED)).isFalse();
  }

  private static String line(Path sample, String plan) {
    return "fit --input " + sample + " --output " + directory.resolve(plan) + OPTIONS + plan;
  }

  private static String texts(Path place) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".jar")) {
          all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return all.toString();
  }
}
