package org.sparknmf.frame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.storage.StorageLevel;

/** A table that is kept, in memory or on disk, from its first use until this is closed. */
public final class HeldTable implements AutoCloseable {
  /**
   * Options with one of which on Spark copies the whole session for each table that it keeps;
   * versions 4.0 and 4.1.0 never let go of the copy (SPARK-54753): a service that fits every night
   * would grow. They matter to bucketed tables and to the partitions of what is kept; both do well
   * without.
   */
  private static final List<String> COPIES_THE_SESSION =
      List.of(
          "spark.sql.sources.bucketing.autoBucketedScan.enabled",
          "spark.sql.adaptive.applyFinalStageShuffleOptimizations");

  private final Dataset<Row> table;

  private HeldTable(Dataset<Row> table) {
    this.table = table;
  }

  /** Marks a table to be kept. */
  public static HeldTable of(Dataset<Row> table) {
    RuntimeConfig conf = table.sparkSession().conf();
    Map<String, String> before = new LinkedHashMap<>();
    COPIES_THE_SESSION.forEach(key -> before.put(key, conf.get(key, null)));
    COPIES_THE_SESSION.forEach(key -> conf.set(key, false));
    try {
      return new HeldTable(table.persist(StorageLevel.MEMORY_AND_DISK()));
    } finally {
      before.forEach((key, value) -> restore(conf, key, value));
    }
  }

  private static void restore(RuntimeConfig conf, String key, String value) {
    if (value == null) {
      conf.unset(key);
    } else {
      conf.set(key, value);
    }
  }

  /** The table. */
  public Dataset<Row> rows() {
    return table;
  }

  @Override
  public void close() {
    table.unpersist();
  }
}
