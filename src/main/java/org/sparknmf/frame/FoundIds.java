package org.sparknmf.frame;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.sparknmf.engine.spark.JobLabel;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.solver.InvalidMatrixException;

/** Finds the distinct ids in a column of the data. */
record FoundIds(Dataset<Row> data, String column, SparkScope scope) {
  private static final String KEY = "key";

  /**
   * The ids by number: few of them on the driver, many distributed.
   *
   * @param data any DataFrame
   * @param column the field with the ids, string or long
   */
  static Numbering of(Dataset<Row> data, String column, SparkScope scope) {
    return new FoundIds(data, column, scope).numbering(Numbering.FEW);
  }

  private Numbering numbering(long most) {
    DataType type = data.schema().apply(column).dataType();
    Dataset<Row> distinct =
        data.select(functions.col(column))
            .distinct()
            .withColumn(KEY, FewNumbering.key(functions.col(column), type));
    // One RDD, so that the data is read once for all that is asked of it.
    JavaRDD<Row> rdd = distinct.toJavaRDD();
    Dataset<Row> ids = data.sparkSession().createDataFrame(rdd, distinct.schema());
    return JobLabel.during(
        scope.context(),
        "finding the " + column + " ids",
        () ->
            (rdd.count() > most ? Optional.<Numbering>empty() : few(type, ids.collectAsList()))
                .orElseGet(() -> new FoundNumbering(ids, column, scope)));
  }

  /** Empty where two ids have the same key. */
  private Optional<Numbering> few(DataType type, List<Row> ids) {
    Map<Object, Long> keys = new HashMap<>(2 * ids.size());
    for (Row id : ids) {
      if (keys.put(id.get(0), id.getLong(1)) != null) {
        throw new InvalidMatrixException(
            "two %s ids read %s and differ in bytes that are no UTF-8: which is which cannot be said in the result; correct the input's encoding"
                .formatted(column, id.get(0)));
      }
    }
    boolean areDistinct = new HashSet<>(keys.values()).size() == keys.size();
    return areDistinct
        ? Optional.of(FewNumbering.of(data.sparkSession(), type, keys))
        : Optional.empty();
  }
}
