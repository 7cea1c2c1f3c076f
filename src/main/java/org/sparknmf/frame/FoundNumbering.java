package org.sparknmf.frame;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.sparknmf.engine.spark.JobLabel;
import org.sparknmf.engine.spark.SparkScope;

/** The distinct ids of a column of the data; they stay distributed. */
final class FoundNumbering implements Numbering {
  private final Dataset<Row> table;
  private final DataType idType;
  private final long size;

  /** All ids, once they were asked for. */
  private List<Object> known;

  /**
   * Sorts and counts the ids.
   *
   * @param data any DataFrame
   * @param column the field with the ids, string or long, distinct
   */
  FoundNumbering(Dataset<Row> data, String column, SparkScope scope) {
    this.idType = data.schema().apply(column).dataType();
    Dataset<Row> sorted = data.select(functions.col(column).as(ID)).sort(ID);
    this.table =
        JobLabel.during(
            scope.context(),
            "numbering the " + column + " ids",
            () -> {
              JavaRDD<Row> numbered =
                  sorted
                      .toJavaRDD()
                      .zipWithIndex()
                      .map(id -> RowFactory.create(id._1().get(0), id._2()));
              return data.sparkSession().createDataFrame(numbered, schema());
            });
    scope.onClose(HeldTable.of(table)::close);
    this.size = JobLabel.during(scope.context(), "counting the " + column + " ids", table::count);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public DataType idType() {
    return idType;
  }

  @Override
  public Dataset<Row> table() {
    return table;
  }

  @Override
  public Map<Long, Object> ids(Collection<Long> numbers) {
    if (mayBeHere()) {
      return Numbering.super.ids(numbers);
    }
    Map<Long, Object> ids = new HashMap<>();
    Dataset<Row> some = table.filter(functions.col(NUMBER).isInCollection(numbers));
    for (Row row : some.collectAsList()) {
      ids.put(row.getLong(1), row.get(0));
    }
    return ids;
  }

  /** Brought here once. */
  @Override
  public synchronized List<Object> all() {
    if (known == null) {
      Object[] all = new Object[Math.toIntExact(size)];
      for (Row row : table.collectAsList()) {
        all[Math.toIntExact(row.getLong(1))] = row.get(0);
      }
      known = List.of(all);
    }
    return known;
  }
}
