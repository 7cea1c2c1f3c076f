package io.github.sparknmf.ml;

import java.util.List;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** Saves a model: {@code metadata} as Spark ML wants it, {@code W} and {@code H} as Parquet. */
final class ModelWriter extends MLWriter {
  static final String METADATA = "metadata";
  static final String W = "W";
  static final String H = "H";

  private final NMFModel model;

  ModelWriter(NMFModel model) {
    this.model = model;
  }

  @Override
  public void saveImpl(String path) {
    SparkSession spark = sparkSession();
    spark
        .createDataset(List.of(ModelMetadata.of(model, spark.version())), Encoders.STRING())
        .coalesce(1)
        .write()
        .text(path + "/" + METADATA);
    model.rowFactors().write().parquet(path + "/" + W);
    model.columnFactors().coalesce(1).write().parquet(path + "/" + H);
  }
}
