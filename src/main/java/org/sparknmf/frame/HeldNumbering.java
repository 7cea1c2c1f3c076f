package org.sparknmf.frame;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Ids that the driver holds. */
class HeldNumbering implements Numbering {
  private final SparkSession spark;
  private final DataType idType;
  private final List<?> sorted;

  /**
   * Ids by number.
   *
   * @param idType string or long
   * @param sorted distinct and ascending, not modified any more
   */
  HeldNumbering(SparkSession spark, DataType idType, List<?> sorted) {
    this.spark = spark;
    this.idType = idType;
    this.sorted = sorted;
  }

  /** Some ids, in any order. They are sorted as Spark sorts them: strings by their UTF-8 bytes. */
  static HeldNumbering of(SparkSession spark, DataType idType, Set<?> ids) {
    return new HeldNumbering(spark, idType, sorted(idType, ids));
  }

  static List<?> sorted(DataType idType, Set<?> ids) {
    return idType.equals(DataTypes.LongType) ? ids.stream().sorted().toList() : sortedByBytes(ids);
  }

  private static List<?> sortedByBytes(Set<?> ids) {
    return ids.stream()
        .map(id -> Map.entry(bytes(id), id))
        .sorted(Map.Entry.comparingByKey(Arrays::compareUnsigned))
        .map(Map.Entry::getValue)
        .toList();
  }

  static byte[] bytes(Object id) {
    return ((String) id).getBytes(StandardCharsets.UTF_8);
  }

  /** The number of each id. */
  Map<Object, Integer> numbers() {
    Map<Object, Integer> numbers = new HashMap<>();
    for (int number = 0; number < sorted.size(); number++) {
      numbers.put(sorted.get(number), number);
    }
    return numbers;
  }

  @Override
  public long size() {
    return sorted.size();
  }

  @Override
  public DataType idType() {
    return idType;
  }

  @Override
  public Dataset<Row> table() {
    List<Row> rows = new ArrayList<>(sorted.size());
    for (int number = 0; number < sorted.size(); number++) {
      rows.add(RowFactory.create(sorted.get(number), (long) number));
    }
    return spark.createDataFrame(rows, schema());
  }

  @Override
  public boolean mayBeHere() {
    return true;
  }

  @Override
  public List<Object> all() {
    return Collections.unmodifiableList(sorted);
  }
}
