package org.sparknmf.ml;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.engine.spark.LocalPath;

/**
 * Where the tables of a stored model lie: in it, or beside it in the same result of a fit. What its
 * metadata say is not trusted, and neither is a link: a model from elsewhere must not have other
 * files read in its name.
 */
record ModelTables(SparkSession spark, String model, JsonNode metadata) {

  /** The place of W, which is one of the two that a writer gives it. */
  Path rowFactors() {
    JsonNode told = metadata.path(ModelMetadata.ROW_FACTORS);
    String place = told.asText(ModelWriter.W);
    boolean isBeside = place.equals(ModelWriter.W_BESIDE);
    if (!isBeside && !place.equals(ModelWriter.W) || !told.isMissingNode() && !told.isTextual()) {
      throw new IllegalArgumentException(
          "the model in '%s' says that its row factors lie in '%s', and they lie in '%s' or '%s': it was changed by hand; save it again, or restore the directory"
              .formatted(model, told.asText(), ModelWriter.W, ModelWriter.W_BESIDE));
    }
    Path path = new Path(model);
    Path parent = path.getParent();
    if (isBeside && parent == null) {
      throw new IllegalArgumentException(
          "the model in '%s' is part of a fit's output, and has nothing beside it; give that output"
              .formatted(model));
    }
    return within(isBeside ? parent : path, ModelWriter.W);
  }

  /** The place of another table. */
  Path of(String name) {
    return within(new Path(model), name);
  }

  /** Whoever links the whole directory still finds its tables in it. */
  private Path within(Path directory, String name) {
    Path table = new Path(directory, name);
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    try {
      Optional<java.nio.file.Path> whole = LocalPath.of(directory, hadoop);
      Optional<java.nio.file.Path> part = LocalPath.of(table, hadoop);
      if (whole.isPresent() && Files.isDirectory(part.orElseThrow())) {
        java.nio.file.Path root = whole.get().toRealPath();
        requireWithin(root, part.get());
        try (DirectoryStream<java.nio.file.Path> files = Files.newDirectoryStream(part.get())) {
          for (java.nio.file.Path file : files) {
            requireWithin(root, file);
          }
        }
      }
      return table;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the model in '%s' cannot be read: %s; check path and permissions"
              .formatted(model, e.getMessage()),
          e);
    }
  }

  private void requireWithin(java.nio.file.Path root, java.nio.file.Path place) throws IOException {
    java.nio.file.Path real = LocalPath.real(place);
    if (!real.startsWith(root)) {
      throw new IllegalArgumentException(
          "'%s' of the model in '%s' is a link to '%s', out of the model: a model holds its own tables; copy them there, or restore the directory"
              .formatted(place, model, real));
    }
  }
}
