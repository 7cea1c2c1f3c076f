package org.sparknmf.examples;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.sparknmf.ml.NMF;
import org.sparknmf.ml.NMFModel;

/**
 * A recommender, judged on ratings that it has not seen, and what it recommends.
 *
 * <p>Arguments: a CSV file with a header and the columns user, item and rating under any names; the
 * rank; the number of iterations.
 */
public final class HeldOutRatings {
  private HeldOutRatings() {}

  /** Prints the root of the mean squared error of held-out ratings, and some recommendations. */
  public static void main(String[] args) {
    SparkSession spark = SparkSession.builder().appName("held-out ratings").getOrCreate();
    Dataset<Row> ratings =
        spark.read().option("header", true).csv(args[0]).toDF("user", "item", "rating");
    ratings = ratings.withColumn("rating", functions.col("rating").cast("double"));
    // By a hash of the ids, so that the same ratings are held out wherever they lie.
    Column fifth =
        functions.pmod(
            functions.xxhash64(ratings.col("user"), ratings.col("item")), functions.lit(5));
    Dataset<Row> known = ratings.filter(fifth.notEqual(0));
    Dataset<Row> heldOut = ratings.filter(fifth.equalTo(0));
    NMFModel model =
        new NMF()
            .setK(Integer.parseInt(args[1]))
            .setRowCol("user")
            .setColCol("item")
            .setValueCol("rating")
            .setEmptyCells("missing")
            .setMaxIter(Integer.parseInt(args[2]))
            .setTol(0)
            .fit(known);
    System.out.println("RMSE " + rmse(model.predict(heldOut)));
    model.recommendForAllRows(3, known.select("user", "item")).show(5, false);
  }

  /** Over the pairs whose user and item the model knows. */
  static double rmse(Dataset<Row> predicted) {
    Column error = functions.col("prediction").minus(functions.col("rating"));
    return predicted
        .filter(functions.col("prediction").isNotNull())
        .agg(functions.sqrt(functions.avg(error.multiply(error))))
        .first()
        .getDouble(0);
  }
}
