package org.sparknmf.ml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkException;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.frame.FactorFrames;
import org.sparknmf.frame.LiteralPath;
import org.sparknmf.frame.Numbering;
import org.sparknmf.ml.factor.NmfFactors;

/** Loads what {@link ModelWriter} saved, or a fit published. */
final class ModelReader extends MLReader<NMFModel> {

  @Override
  public NMFModel load(String path) {
    try {
      return read(path);
    } catch (AnalysisException missing) {
      throw new IllegalArgumentException(
          "'%s' is not the directory of a whole NMFModel (%s); name what save wrote, or the model/ of a fit's output"
              .formatted(path, firstLine(missing)),
          missing);
    } catch (SparkException damaged) {
      throw new IllegalArgumentException(
          "the model in '%s' is damaged (%s); save it again, or restore the directory"
              .formatted(path, firstLine(root(damaged))),
          damaged);
    }
  }

  /** Declares what Spark throws undeclared. */
  private NMFModel read(String path) throws AnalysisException, SparkException {
    SparkSession spark = sparkSession();
    JsonNode metadata = metadata(spark, path);
    String w = metadata.path(ModelMetadata.ROW_FACTORS).asText(ModelWriter.W);
    NmfFactors factors =
        NmfFactors.of(
            factor(spark, new Path(path, w)),
            factor(spark, new Path(path, ModelWriter.H)).sort(Numbering.ID),
            weighting(spark, path, metadata));
    NMFModel model =
        new NMFModel(metadata.get("uid").asText(), factors, ModelMetadata.summary(metadata));
    ModelMetadata.apply(metadata, model);
    return model;
  }

  private static Dataset<Row> factor(SparkSession spark, Path path) {
    Dataset<Row> table = spark.read().parquet(LiteralPath.of(path));
    if (!Arrays.equals(table.columns(), new String[] {Numbering.ID, FactorFrames.FACTORS})) {
      throw new IllegalArgumentException(
          "'%s' has the fields %s, a factor id and factors: it is of no NMFModel; name another directory"
              .formatted(path, String.join(", ", table.columns())));
    }
    return table;
  }

  private static Optional<Dataset<Row>> weighting(
      SparkSession spark, String path, JsonNode metadata) {
    return metadata.path(ModelMetadata.WEIGHTED).asBoolean()
        ? Optional.of(
            spark
                .read()
                .parquet(LiteralPath.of(path + "/" + ModelWriter.WEIGHTING))
                .sort(Numbering.ID))
        : Optional.empty();
  }

  private static JsonNode metadata(SparkSession spark, String path) {
    String line =
        spark.read().text(LiteralPath.of(path + "/" + ModelWriter.METADATA)).first().getString(0);
    JsonNode metadata = ModelMetadata.parse(line);
    String found = metadata.path("class").asText();
    if (!found.equals(NMFModel.class.getName())) {
      throw new IllegalArgumentException(
          "'%s' holds a model of class '%s', not %s: name the directory of an NMFModel"
              .formatted(path, found, NMFModel.class.getName()));
    }
    int version = metadata.path("formatVersion").asInt();
    if (version > ModelMetadata.FORMAT_VERSION) {
      throw new IllegalArgumentException(
          "'%s' has format version %d, this program reads up to %d: read it with the version that wrote it, or a newer one"
              .formatted(path, version, ModelMetadata.FORMAT_VERSION));
    }
    return metadata;
  }

  private static Throwable root(Throwable thrown) {
    return thrown.getCause() == null ? thrown : root(thrown.getCause());
  }

  private static String firstLine(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    return message.lines().findFirst().orElse(message);
  }
}
