package org.sparknmf.examples;

import java.util.Arrays;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.sparknmf.ml.NMF;
import org.sparknmf.ml.NMFModel;

/**
 * Mixtures taken apart: each sample of a dense table is a sum of a few sources, whose profiles and
 * shares are found.
 *
 * <p>Arguments: a CSV file with a header, the first column the name of the sample, the others
 * measurements; the number of sources.
 */
public final class Deconvolution {
  private Deconvolution() {}

  /** Prints the shares of the sources in each sample. */
  public static void main(String[] args) {
    SparkSession spark = SparkSession.builder().appName("deconvolution").getOrCreate();
    Dataset<Row> table = spark.read().option("header", true).csv(args[0]);
    String name = table.columns()[0];
    Dataset<Row> samples = vectors(table, name);
    NMFModel model =
        new NMF()
            .setK(Integer.parseInt(args[1]))
            .setIdCol(name)
            .setSolver("bpp")
            .setTol(1e-8)
            .setMaxIter(2000)
            .fit(samples);
    for (Row sample : model.transform(samples).sort(name).collectAsList()) {
      double[] shares = shares(sample.<Vector>getAs("factors").toArray());
      System.out.println(sample.get(0) + " " + Arrays.toString(shares));
    }
  }

  private static Dataset<Row> vectors(Dataset<Row> table, String name) {
    String[] measurements = Arrays.copyOfRange(table.columns(), 1, table.columns().length);
    Column[] columns =
        Arrays.stream(table.columns())
            .map(
                column ->
                    column.equals(name)
                        ? functions.col(column)
                        : functions.col(column).cast("double"))
            .toArray(Column[]::new);
    return new VectorAssembler()
        .setInputCols(measurements)
        .setOutputCol("features")
        .transform(table.select(columns))
        .select(name, "features");
  }

  /** Weights in parts of their sum. */
  static double[] shares(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> sum == 0 ? 0 : weight / sum).toArray();
  }
}
