package org.sparknmf.io.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.sparknmf.text.Json;

/**
 * Tells a whole result of this program from whatever else has a {@code _SUCCESS}, as every table
 * that Spark or Hadoop wrote has: only the former may be replaced.
 */
final class OwnResult {
  private static final String MANIFEST = "manifest.json";

  private OwnResult() {}

  static boolean isAt(FileSystem files, Path directory) throws IOException {
    return lack(files, directory).isEmpty();
  }

  /** What it lacks, for people; nothing if it is one. */
  static Optional<String> lack(FileSystem files, Path directory) throws IOException {
    if (!files.exists(new Path(directory, OutputLocation.SUCCESS))) {
      return Optional.of("it holds no " + OutputLocation.SUCCESS);
    }
    Path file = new Path(directory, MANIFEST);
    if (!files.exists(file) || files.getFileStatus(file).isDirectory()) {
      return Optional.of("it holds no " + MANIFEST);
    }
    return isManifest(WholeFile.text(files, file).orElse(""))
        ? Optional.empty()
        : Optional.of("its " + MANIFEST + " is none of spark-nmf");
  }

  /** By fields that manifests of every version have. */
  private static boolean isManifest(String text) {
    try {
      JsonNode json = Json.parse(text);
      return json.path("schemaVersion").isInt()
          && json.path("runId").isTextual()
          && json.path("command").isTextual()
          && json.path("versions").path("spark-nmf").isTextual();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
