package org.sparknmf.io.read.files;

import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.SparkSession;

/** How finely Spark cuts files into chunks. */
public final class Splits {
  /** How many bytes of text one byte of a packed file may stand for. */
  static final int PACKED = 8;

  private Splits() {}

  /** Whether a line that begins at that offset may lie beyond the first chunk of its file. */
  public static boolean mayCut(SparkSession spark, long offset) {
    return offset >= Math.min(bytes(spark, "maxPartitionBytes"), bytes(spark, "openCostInBytes"));
  }

  /**
   * Whether so many bytes are little: no more than what opening a file is worth, by Spark's own
   * measure {@code spark.sql.files.openCostInBytes}.
   */
  public static boolean areLittle(SparkSession spark, long bytes) {
    return bytes <= Math.min(bytes(spark, "maxPartitionBytes"), bytes(spark, "openCostInBytes"));
  }

  /** The same of bytes each of which may stand for several. */
  public static boolean arePackedLittle(SparkSession spark, long bytes) {
    return bytes <= Long.MAX_VALUE / PACKED && areLittle(spark, bytes * PACKED);
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
