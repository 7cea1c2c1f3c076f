package io.github.sparknmf.ml;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sparknmf.frame.Numbering;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Loads what {@link ModelWriter} saved. */
final class ModelReader extends MLReader<NMFModel> {

  @Override
  public NMFModel load(String path) {
    SparkSession spark = sparkSession();
    JsonNode metadata = metadata(spark, path);
    Dataset<Row> w = spark.read().parquet(path + "/" + ModelWriter.W);
    Dataset<Row> h = spark.read().parquet(path + "/" + ModelWriter.H).sort(Numbering.ID);
    NMFModel model =
        new NMFModel(
            metadata.get("uid").asText(), NmfFactors.of(w, h), ModelMetadata.summary(metadata));
    ModelMetadata.apply(metadata, model);
    return model;
  }

  private static JsonNode metadata(SparkSession spark, String path) {
    String line = spark.read().text(path + "/" + ModelWriter.METADATA).first().getString(0);
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
}
