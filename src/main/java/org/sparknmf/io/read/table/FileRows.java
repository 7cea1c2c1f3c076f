package org.sparknmf.io.read.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows of Parquet files, counted from 0 by file path and place in the file, so that their
 * numbers do not depend on how Spark spreads the files.
 */
record FileRows(SortedMap<String, Long> counts) {
  static final String FILE = "file";
  static final String INDEX = "index";

  /** Counts the rows of each file, with a Spark job; a table without rows is refused. */
  static FileRows of(SourceTable table) {
    Dataset<Row> counts = table.data().groupBy(file().as(FILE)).agg(count(lit(1)));
    SortedMap<String, Long> sorted = new TreeMap<>();
    for (Row row : table.collect(counts)) {
      sorted.put(row.getString(0), row.getLong(1));
    }
    if (sorted.isEmpty()) {
      throw table.empty();
    }
    return new FileRows(sorted);
  }

  /** The file of a row, where the table is made of files; else null. */
  static Column file(SourceTable table) {
    return (table.ordered() ? file() : lit(null).cast("string")).as(FILE);
  }

  /** The place of a row in its file, where the table is made of files; else null. */
  static Column index(SourceTable table) {
    return (table.ordered() ? col("_metadata.row_index") : lit(null).cast("long")).as(INDEX);
  }

  private static Column file() {
    return col("_metadata.file_path");
  }

  String first() {
    return counts.firstKey();
  }

  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many rows come before those of each file. */
  Map<String, Long> before() {
    Map<String, Long> before = new HashMap<>();
    long rows = 0;
    for (Map.Entry<String, Long> file : counts.entrySet()) {
      before.put(file.getKey(), rows);
      rows += file.getValue();
    }
    return before;
  }
}
