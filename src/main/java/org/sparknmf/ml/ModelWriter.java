package org.sparknmf.ml;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.frame.Numbering;
import org.sparknmf.frame.factor.FactorFrames;
import org.sparknmf.ml.factor.NmfFactors;

/** Saves a model: {@code metadata} as Spark ML wants it, {@code W} and {@code H} as Parquet. */
final class ModelWriter extends MLWriter {
  static final String METADATA = "metadata";
  static final String W = "W";

  /** W of a fit's result, which lies beside the model that is in the same result. */
  static final String W_BESIDE = "../" + W;

  static final String H = "H";
  static final String WEIGHTING = "weighting";

  private final NMFModel model;

  ModelWriter(NMFModel model) {
    this.model = model;
  }

  @Override
  public void saveImpl(String path) {
    SparkSession spark = sparkSession();
    NmfFactors factors = model.factors();
    ModelMetadata metadata =
        new ModelMetadata(model, model.summary()).weighted(factors.weights().isPresent());
    writeMetadata(spark, path, metadata);
    factors.w().write().parquet(path + "/" + W);
    factors.h().coalesce(1).write().parquet(path + "/" + H);
    factors
        .weights()
        .ifPresent(
            weights ->
                weightTable(spark, factors, weights.idf()).write().parquet(path + "/" + WEIGHTING));
  }

  /** Writes the line of metadata where Spark ML's readers look for it. */
  static void writeMetadata(SparkSession spark, String path, ModelMetadata metadata) {
    spark
        .createDataset(List.of(metadata.line(spark.version())), Encoders.STRING())
        .coalesce(1)
        .write()
        .text(path + "/" + METADATA);
  }

  private static Dataset<Row> weightTable(SparkSession spark, NmfFactors factors, double[] idf) {
    List<Row> rows = new ArrayList<>(idf.length);
    for (int j = 0; j < idf.length; j++) {
      rows.add(RowFactory.create(factors.columnIds().get(j), idf[j]));
    }
    return spark.createDataFrame(rows, schema(factors.columnType())).coalesce(1);
  }

  private static StructType schema(DataType idType) {
    return new StructType()
        .add(Numbering.ID, idType, false)
        .add(FactorFrames.WEIGHT, DataTypes.DoubleType, false);
  }
}
