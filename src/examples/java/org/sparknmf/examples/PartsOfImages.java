package org.sparknmf.examples;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.ml.NMF;
import org.sparknmf.ml.NMFModel;

/**
 * Parts that images are made of, drawn with characters.
 *
 * <p>Arguments: a text file, one image a line, its pixels separated by commas, all images square
 * and of one size; the number of parts.
 */
public final class PartsOfImages {
  private static final String SHADES = " .:-=+*#%@";

  private PartsOfImages() {}

  /** Prints each part. */
  public static void main(String[] args) {
    SparkSession spark = SparkSession.builder().appName("parts of images").getOrCreate();
    NMFModel model =
        new NMF()
            .setK(Integer.parseInt(args[1]))
            .setSolver("hals")
            .setMaxIter(300)
            .fit(images(spark, args[0]));
    parts(model).forEach(System.out::println);
  }

  private static Dataset<Row> images(SparkSession spark, String file) {
    StructType schema = new StructType().add("features", SQLDataTypes.VectorType());
    return spark.createDataFrame(
        spark.read().textFile(file).toJavaRDD().map(line -> RowFactory.create(pixels(line))),
        schema);
  }

  private static Vector pixels(String line) {
    String[] fields = line.split(",", -1);
    double[] pixels = new double[fields.length];
    for (int p = 0; p < pixels.length; p++) {
      pixels[p] = Double.parseDouble(fields[p]);
    }
    return Vectors.dense(pixels);
  }

  /** A picture of each component: the darkest character is its largest pixel. */
  static List<String> parts(NMFModel model) {
    int side = (int) Math.round(Math.sqrt(model.numColumns()));
    double[] largest = new double[model.rank()];
    List<double[]> pixels = new ArrayList<>();
    for (int p = 0; p < model.numColumns(); p++) {
      double[] weights = model.componentsOf((long) p);
      pixels.add(weights);
      for (int part = 0; part < largest.length; part++) {
        largest[part] = Math.max(largest[part], weights[part]);
      }
    }
    List<String> pictures = new ArrayList<>();
    for (int part = 0; part < largest.length; part++) {
      StringBuilder picture = new StringBuilder();
      for (int p = 0; p < pixels.size(); p++) {
        double shade = largest[part] == 0 ? 0 : pixels.get(p)[part] / largest[part];
        picture.append(SHADES.charAt((int) (shade * (SHADES.length() - 1))));
        picture.append((p + 1) % side == 0 ? "\n" : "");
      }
      pictures.add(picture.toString());
    }
    return pictures;
  }
}
