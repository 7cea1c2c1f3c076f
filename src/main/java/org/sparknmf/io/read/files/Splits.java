package org.sparknmf.io.read.files;

import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.SparkSession;

/** How finely Spark cuts files into chunks. */
public final class Splits {
  private Splits() {}

  /** Whether a line that begins at that offset may lie beyond the first chunk of its file. */
  public static boolean mayCut(SparkSession spark, long offset) {
    return offset >= Math.min(bytes(spark, "maxPartitionBytes"), bytes(spark, "openCostInBytes"));
  }

  /** How large the chunks of a file are to be: as Spark SQL cuts it, for all cores to have some. */
  public static long bytes(SparkSession spark, long length) {
    long share = length / spark.sparkContext().defaultParallelism() + 1;
    return Math.min(
        bytes(spark, "maxPartitionBytes"), Math.max(bytes(spark, "openCostInBytes"), share));
  }

  private static long bytes(SparkSession spark, String key) {
    return JavaUtils.byteStringAsBytes(spark.conf().get("spark.sql.files." + key));
  }
}
