package org.sparknmf.io.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.sparknmf.text.Json;

/** {@code OUTPUT/_current}: which of the results in {@code OUTPUT/runs} counts. */
final class ResultPointer {
  static final String NAME = "_current";
  private static final String RUNS = "runs";
  private static final String RUN = "run";

  private ResultPointer() {}

  static Path file(Path output) {
    return new Path(output, NAME);
  }

  /** The directory of all results. */
  static Path runs(Path output) {
    return new Path(output, RUNS);
  }

  static String toJson(String run) {
    return Json.object().put(RUN, run).put("path", RUNS + "/" + run) + "\n";
  }

  /** The run that counts; nothing if there is no pointer, or one that says nothing. */
  static Optional<String> run(FileSystem files, Path output) throws IOException {
    try {
      String json = WholeFile.text(files, file(output)).orElse("");
      String run = Json.parse(json).path(RUN).asText();
      return OutputDirectory.isRunId(run) ? Optional.of(run) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
