package org.sparknmf.io.read.table;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.io.read.asked.IdType;

/**
 * Columns that stand in the paths of files, as in {@code user=007/part-0.parquet}. They are text as
 * it is written, so that 007 and 7 stay two ids, unless ids are to be longs.
 */
final class PartitionText {
  private static final String INFERENCE = "spark.sql.sources.partitionColumnTypeInference.enabled";

  private PartitionText() {}

  /** Opens a table, whose paths Spark looks at now. */
  static <T> T during(SparkSession spark, IdType ids, Supplier<T> opening) {
    String before = spark.conf().get(INFERENCE, "true");
    spark.conf().set(INFERENCE, String.valueOf(ids == IdType.LONG));
    try {
      return opening.get();
    } finally {
      spark.conf().set(INFERENCE, before);
    }
  }

  /** The names of the columns in some paths. */
  static Set<String> names(List<String> paths) {
    return paths.stream()
        .flatMap(path -> Stream.of(path.substring(0, path.lastIndexOf('/') + 1).split("/")))
        .filter(part -> part.indexOf('=') > 0)
        .map(part -> part.substring(0, part.indexOf('=')))
        .collect(Collectors.toSet());
  }
}
