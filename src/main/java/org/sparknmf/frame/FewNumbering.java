package org.sparknmf.frame;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Ids of the data that are few enough to be sent to every machine, as 64-bit keys of the data. */
final class FewNumbering extends HeldNumbering {
  private final Map<Long, Integer> byKey;

  private FewNumbering(
      SparkSession spark, DataType idType, List<?> sorted, Map<Long, Integer> byKey) {
    super(spark, idType, sorted);
    this.byKey = byKey;
  }

  /**
   * Ids with their keys.
   *
   * @param keys by id; no two are the same
   */
  static FewNumbering of(SparkSession spark, DataType idType, Map<Object, Long> keys) {
    List<?> sorted = sorted(idType, keys.keySet());
    Map<Long, Integer> byKey = new HashMap<>(2 * keys.size());
    for (int number = 0; number < sorted.size(); number++) {
      byKey.put(keys.get(sorted.get(number)), number);
    }
    return new FewNumbering(spark, idType, sorted, byKey);
  }

  /** The key of an id: a long is its own, of a string it is xxHash64. */
  static Column key(Column id, DataType idType) {
    return idType.equals(DataTypes.LongType) ? id : functions.xxhash64(id);
  }

  /** The number of the id of each key. */
  Map<Long, Integer> byKey() {
    return byKey;
  }
}
