package org.sparknmf.ml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkException;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Row;
import org.sparknmf.frame.LiteralPath;

/** Loads what was saved as a stage of some class, under the name of it today or the former one. */
abstract class SavedReader<T> extends MLReader<T> {
  private static final String FORMER_PACKAGE = "io.github.sparknmf.ml.";

  private final Class<T> type;

  SavedReader(Class<T> type) {
    this.type = type;
  }

  /** Makes it of its metadata and what lies beside them. */
  abstract T read(String path, JsonNode metadata) throws AnalysisException, SparkException;

  @Override
  public final T load(String path) {
    try {
      return read(path, metadata(path));
    } catch (AnalysisException missing) {
      throw new IllegalArgumentException(
          "'%s' is not the directory of a whole %s (%s); name what save wrote, or the model/ of a fit's output"
              .formatted(path, type.getSimpleName(), firstLine(missing)),
          missing);
    } catch (SparkException damaged) {
      throw new IllegalArgumentException(
          "the model in '%s' is damaged (%s); save it again, or restore the directory"
              .formatted(path, firstLine(root(damaged))),
          damaged);
    }
  }

  /** Declares what Spark throws undeclared. */
  private JsonNode metadata(String path) throws AnalysisException, SparkException {
    Path place = new Path(path, ModelWriter.METADATA);
    JsonNode metadata = ModelMetadata.parse(line(place));
    String found = metadata.path("class").asText();
    if (!List.of(type.getName(), FORMER_PACKAGE + type.getSimpleName()).contains(found)) {
      throw new IllegalArgumentException(
          "'%s' holds a model of class '%s', not %s: name the directory of an %s"
              .formatted(path, found, type.getName(), type.getSimpleName()));
    }
    int version = metadata.path("formatVersion").asInt();
    if (version > ModelMetadata.FORMAT_VERSION) {
      throw new IllegalArgumentException(
          "'%s' has format version %d, this program reads up to %d: read it with the version that wrote it, or a newer one"
              .formatted(path, version, ModelMetadata.FORMAT_VERSION));
    }
    return metadata;
  }

  private String line(Path place) {
    List<Row> lines = sparkSession().read().text(LiteralPath.of(place)).takeAsList(1);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(
          "the metadata in '%s' is empty; save the model again, or restore the directory"
              .formatted(place));
    }
    return lines.get(0).getString(0);
  }

  private static Throwable root(Throwable thrown) {
    return thrown.getCause() == null ? thrown : root(thrown.getCause());
  }

  private static String firstLine(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    return message.lines().findFirst().orElse(message);
  }
}
