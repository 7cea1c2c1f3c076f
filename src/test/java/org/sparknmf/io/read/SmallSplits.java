package org.sparknmf.io.read;

import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/** Makes Spark cut even small files into many chunks. */
public final class SmallSplits {
  private static final String COST = "spark.sql.files.openCostInBytes";
  private static final String MOST = "spark.sql.files.maxPartitionBytes";

  private SmallSplits() {}

  /** What some work gives while files are cut every few bytes. */
  public static <T> T during(SparkSession spark, Supplier<T> work) {
    return during(spark, 53, work);
  }

  /** What some work gives while files are cut after so many bytes. */
  public static <T> T during(SparkSession spark, int bytes, Supplier<T> work) {
    return during(spark, MOST, bytes, work);
  }

  /** What some work gives while no file is little and each is cut for all cores. */
  public static <T> T halved(SparkSession spark, Supplier<T> work) {
    return during(spark, COST, 0, work);
  }

  private static <T> T during(SparkSession spark, String key, int bytes, Supplier<T> work) {
    String usual = spark.conf().get(key);
    spark.conf().set(key, Integer.toString(bytes));
    try {
      return work.get();
    } finally {
      spark.conf().set(key, usual);
    }
  }
}
