package org.sparknmf.io.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

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

  /** Publishes a result with one value in it. */
  void publish(String value) {
    try (OutputDirectory directory = open(IfExists.ERROR, "publish-" + value)) {
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
