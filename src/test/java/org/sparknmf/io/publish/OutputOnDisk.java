package org.sparknmf.io.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.sparknmf.text.Json;

/** A local output and what a reader sees of it. */
final class OutputOnDisk {
  private final Path output;

  OutputOnDisk(Path output) {
    this.output = output;
  }

  Path output() {
    return output;
  }

  Path work(String runId) {
    return output.resolveSibling("." + output.getFileName() + ".spark-nmf").resolve(runId);
  }

  OutputDirectory open(IfExists ifExists, String runId) {
    return open(new Configuration(), ifExists, runId);
  }

  OutputDirectory open(Configuration configuration, IfExists ifExists, String runId) {
    return OutputDirectory.open(configuration, output.toString(), PublishBy.AUTO, ifExists, runId)
        .orElseThrow();
  }

  /** What every run writes beside its values. */
  static String manifest(String runId) {
    return "{\"schemaVersion\": 1, \"runId\": \"%s\", \"command\": \"fit\",".formatted(runId)
        + " \"versions\": {\"spark-nmf\": \"0.1.0\"}}";
  }

  /** As if the process of a run had died, which another one shows in its place. */
  void kill(String runId, RunOwner owner) throws IOException, InterruptedException {
    stopHeartbeats();
    disguise(runId, owner);
    age(work(""), Heartbeat.MISSED.plusSeconds(1));
  }

  /** Has a run look like that of another process. */
  void disguise(String runId, RunOwner owner) throws IOException {
    Files.writeString(work(runId).resolve("owner.json"), owner.toJson());
    Path claim = work(".claim");
    ObjectNode node = (ObjectNode) Json.parse(Files.readString(claim));
    node.setAll(owner.json());
    Files.writeString(claim, node.toString());
  }

  /** Nobody in this process gives signs of life any more. */
  static void stopHeartbeats() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("spark-nmf-heartbeat")) {
        thread.interrupt();
        thread.join();
      }
    }
  }

  static void age(Path directory, Duration age) throws IOException {
    FileTime time = FileTime.from(Instant.now().minus(age));
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, time);
      }
    }
  }

  /** Publishes a result with one value in it. */
  void publish(String value) {
    try (OutputDirectory directory = open(IfExists.ERROR, "publish-" + value)) {
      directory.writeText("manifest.json", manifest("publish-" + value));
      directory.writeText("value", value);
      directory.publish();
    }
  }

  /** The value that a reader finds now. */
  String result() throws IOException {
    return Files.readString(output.resolve("value"));
  }

  /** What lies beside the output. */
  List<String> besides() throws IOException {
    return names(output.getParent()).stream()
        .filter(name -> !name.equals(output.getFileName().toString()))
        .toList();
  }

  static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
