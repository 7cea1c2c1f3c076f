package org.sparknmf.app.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Rows of this JVM in the order that Spark would give them. */
final class SortedRows {
  private SortedRows() {}

  /** Whether all fields of a kind that is compared here: strings and longs. */
  static boolean isKnown(StructType schema, List<String> keys) {
    return keys.stream()
        .map(key -> schema.apply(key).dataType())
        .allMatch(type -> type.equals(DataTypes.LongType) || type.equals(DataTypes.StringType));
  }

  /** The rows by some fields, ascending, nulls first; strings go by their bytes in UTF-8. */
  static List<Row> of(List<Row> rows, StructType schema, List<String> keys) {
    Comparator<Row> order =
        keys.stream()
            .map(schema::fieldIndex)
            .map(SortedRows::by)
            .reduce(Comparator::thenComparing)
            .orElseThrow();
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(order);
    return sorted;
  }

  private static Comparator<Row> by(int field) {
    return Comparator.comparing(row -> row.get(field), Comparator.nullsFirst(SortedRows::compare));
  }

  private static int compare(Object one, Object other) {
    return one instanceof Long number
        ? number.compareTo((Long) other)
        : Arrays.compareUnsigned(bytes(one), bytes(other));
  }

  private static byte[] bytes(Object text) {
    return ((String) text).getBytes(StandardCharsets.UTF_8);
  }
}
