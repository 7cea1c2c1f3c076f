package org.sparknmf.io.read.table;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import scala.util.Properties;

/**
 * The packages of well-known sources, as their makers name them for a Spark.
 *
 * @param spark its version
 * @param scala the Scala that it is built for: {@code 2.13}
 */
record SourcePackages(String spark, String scala) {
  private static final Pattern LINE = Pattern.compile("\\d+\\.\\d+");

  /** The lines of Spark before Delta named its artifacts by them. */
  private static final Pattern BEFORE_DELTA_NAMES_SPARK = Pattern.compile("3\\..*|4\\.0");

  /** Those for the Spark that runs. */
  static SourcePackages of(SparkSession session) {
    return new SourcePackages(session.version(), line(Properties.versionNumberString()));
  }

  /** The coordinates of a source; empty for one that is not known. */
  Optional<String> of(String format) {
    String line = line(spark);
    String delta = BEFORE_DELTA_NAMES_SPARK.matcher(line).matches() ? "" : line + "_";
    return Optional.ofNullable(
        Map.of(
                "delta", "io.delta:delta-spark_" + delta + scala + ":VERSION",
                "iceberg",
                    "org.apache.iceberg:iceberg-spark-runtime-" + line + "_" + scala + ":VERSION",
                "hudi", "org.apache.hudi:hudi-spark" + line + "-bundle_" + scala + ":VERSION",
                "avro", "org.apache.spark:spark-avro_" + scala + ":" + spark,
                "kafka", "org.apache.spark:spark-sql-kafka-0-10_" + scala + ":" + spark)
            .get(format));
  }

  private static String line(String version) {
    Matcher line = LINE.matcher(version);
    return line.lookingAt() ? line.group() : version;
  }
}
