import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Error on cells that a fit has not seen. A fifth of the cells, chosen by a hash of row and column, is held out.
 *
 * <pre>
 *   HeldOut split TRIPLES.csv[.gz] DIRECTORY      writes DIRECTORY/train and DIRECTORY/test (CSV with header)
 *   HeldOut error MODEL DIRECTORY/test            prints RMSE and MAE of the model
 * </pre>
 *
 * <p>The first three columns are row, column and value.
 */
public final class HeldOut {
  private static final int PARTS = 5;

  private HeldOut() {}

  public static void main(String[] arguments) throws IOException {
    try (SparkSession spark = SparkSession.builder().master("local[*]").getOrCreate()) {
      spark.sparkContext().setLogLevel("WARN");
      if (arguments[0].equals("split")) {
        split(spark, arguments[1], arguments[2]);
      } else {
        error(spark, arguments[1], arguments[2]);
      }
    }
  }

  private static void split(SparkSession spark, String triples, String directory) {
    Dataset<Row> cells = spark.read().option("header", true).csv(triples);
    String[] names = cells.columns();
    Column held =
        functions.pmod(functions.hash(cells.col(names[0]), cells.col(names[1])), functions.lit(PARTS)).equalTo(0);
    Dataset<Row> three = cells.select(names[0], names[1], names[2]);
    three.filter(functions.not(held)).coalesce(1).write().option("header", true).csv(directory + "/train");
    three.filter(held).coalesce(1).write().option("header", true).csv(directory + "/test");
  }

  private static void error(SparkSession spark, String model, String test) {
    Dataset<Row> cells = spark.read().option("header", true).option("inferSchema", true).csv(test);
    String[] names = cells.columns();
    Dataset<Row> w = factor(spark, model + "/W", "w", names[0]);
    Dataset<Row> h = factor(spark, model + "/H", "h", names[1]);
    Column fitted =
        functions.expr("aggregate(zip_with(w, h, (a, b) -> a * b), 0D, (sum, x) -> sum + x)");
    Column difference = functions.col(names[2]).minus(functions.col("fitted"));
    Dataset<Row> known = cells.join(w, names[0]).join(h, names[1]).withColumn("fitted", fitted);
    Row errors =
        known
            .agg(
                functions.sqrt(functions.avg(functions.pow(difference, 2))),
                functions.avg(functions.abs(difference)),
                functions.count(functions.lit(1)))
            .first();
    System.out.printf(
        Locale.ROOT, "RMSE %.4f, MAE %.4f on %d held-out cells%n", errors.getDouble(0), errors.getDouble(1), errors.getLong(2));
  }

  private static Dataset<Row> factor(SparkSession spark, String path, String name, String id) {
    return spark.read().parquet(path).toDF(List.of(id, name).toArray(new String[0]));
  }
}
