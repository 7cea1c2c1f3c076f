package org.sparknmf.ml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.frame.LiteralPath;
import org.sparknmf.frame.Numbering;
import org.sparknmf.frame.factor.FactorFrames;
import org.sparknmf.ml.factor.NmfFactors;

/** Loads what {@link ModelWriter} saved, or a fit published. */
final class ModelReader extends SavedReader<NMFModel> {

  ModelReader() {
    super(NMFModel.class);
  }

  @Override
  NMFModel read(String path, JsonNode metadata) {
    SparkSession spark = sparkSession();
    ModelTables tables = new ModelTables(spark, path, metadata);
    NmfFactors factors =
        NmfFactors.of(
            factor(spark, tables.rowFactors()),
            factor(spark, tables.of(ModelWriter.H)).sort(Numbering.ID),
            weighting(spark, tables, metadata));
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
      SparkSession spark, ModelTables tables, JsonNode metadata) {
    return metadata.path(ModelMetadata.WEIGHTED).asBoolean()
        ? Optional.of(
            spark
                .read()
                .parquet(LiteralPath.of(tables.of(ModelWriter.WEIGHTING)))
                .sort(Numbering.ID))
        : Optional.empty();
  }
}
