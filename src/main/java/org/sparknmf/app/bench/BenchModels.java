package org.sparknmf.app.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.ml.NMF;
import org.sparknmf.ml.NMFModel;

/** Times what is done with a model, on generated rows, beside what it is to be compared with. */
record BenchModels(BenchShape shape, ResolvedSettings settings, SparkSession spark) {
  private static final StructType VECTORS =
      new StructType().add("features", SQLDataTypes.VectorType());

  /** The weights of all rows, beside an iteration of their fit. */
  Map<String, Object> transform() {
    Dataset<Row> rows = rows();
    NMFModel model = fit(rows, settings.get(Catalogue.MAX_ITERATIONS));
    List<Double> seconds = model.summary().seconds();
    double iteration =
        Spread.of(later(seconds).stream().mapToDouble(Double::doubleValue).toArray()).median();
    double transform =
        Repeated.median(() -> run(model.transform(rows).select(model.getOutputCol())));
    Map<String, Object> measured = measured("transform");
    measured.put("secondsPerIteration", iteration);
    measured.put("secondsToTransform", transform);
    measured.put("ratio", transform / iteration);
    return measured;
  }

  /** The best columns for all rows, beside Spark's ALS with the same factors. */
  Map<String, Object> recommend() {
    int top = settings.get(OutputSettings.TOP);
    NMFModel model = fit(rows(), 2);
    ALSModel als =
        new ALSModel(
            "als", model.rank(), floats(model.rowFactors()), floats(model.columnFactors()));
    als.setUserCol("user").setItemCol("item");
    double ours = Repeated.median(() -> run(model.recommendForAllRows(top)));
    double theirs = Repeated.median(() -> run(als.recommendForAllUsers(top)));
    Map<String, Object> measured = measured("recommend");
    measured.put("secondsToRecommend", ours);
    measured.put("secondsOfAls", theirs);
    measured.put("ratio", ours / theirs);
    return measured;
  }

  private static Dataset<Row> floats(Dataset<Row> factor) {
    return factor
        .select(
            functions.col("id").cast(DataTypes.IntegerType).as("id"),
            functions
                .col("factors")
                .cast(DataTypes.createArrayType(DataTypes.FloatType))
                .as("features"))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private Map<String, Object> measured(String work) {
    Map<String, Object> measured = new LinkedHashMap<>();
    measured.put("work", work);
    measured.put("rows", shape.rows());
    measured.put("columns", shape.columns());
    measured.put("cellsPerRow", shape.cellsPerRow());
    measured.put("rank", settings.get(Catalogue.RANK));
    return measured;
  }

  private Dataset<Row> rows() {
    GeneratedVectors generator =
        new GeneratedVectors(
            new GeneratedRows(shape.columns(), shape.cellsPerRow(), settings.get(Catalogue.SEED)));
    Dataset<Row> rows =
        spark
            .createDataFrame(spark.range(shape.rows()).toJavaRDD().map(generator), VECTORS)
            .persist(StorageLevel.MEMORY_AND_DISK());
    rows.count();
    return rows;
  }

  private NMFModel fit(Dataset<Row> rows, int iterations) {
    return new NMF()
        .setK(settings.get(Catalogue.RANK))
        .setMaxIter(iterations)
        .setTol(0)
        .setInit("random")
        .setPlan(settings.word(Catalogue.PLAN))
        .fit(rows);
  }

  /** The times without that of the start values and the first half, when code is being compiled. */
  private static List<Double> later(List<Double> seconds) {
    return seconds.subList(1 + seconds.size() / 2, seconds.size());
  }

  private static void run(Dataset<Row> work) {
    work.write().format("noop").mode("overwrite").save();
  }
}
