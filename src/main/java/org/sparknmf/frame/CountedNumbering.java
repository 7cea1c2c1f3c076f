package org.sparknmf.frame;

import java.util.AbstractList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.sparknmf.engine.matrix.IdKeys;
import org.sparknmf.engine.spark.SparkScope;

/** Consecutive longs; position and number are the same. */
record CountedNumbering(SparkSession spark, Axis.Counted axis) implements Numbering {

  @Override
  public long size() {
    return axis.size();
  }

  @Override
  public DataType idType() {
    return DataTypes.LongType;
  }

  @Override
  public Dataset<Row> named(Dataset<Row> numbered) {
    return numbered
        .withColumn(NUMBER, functions.col(NUMBER).plus(axis.firstId()))
        .withColumnRenamed(NUMBER, ID);
  }

  @Override
  public Dataset<Row> named(Dataset<Row> numbered, int partitions) {
    return named(numbered);
  }

  @Override
  public IdKeys keys(SparkScope scope) {
    return IdKeys.ofConsecutive(axis.firstId());
  }

  @Override
  public Dataset<Row> table() {
    Dataset<Row> positions = spark.range(axis.size()).toDF(NUMBER);
    return positions.select(
        functions.col(NUMBER).plus(axis.firstId()).as(ID), functions.col(NUMBER));
  }

  @Override
  public Map<Long, Object> ids(Collection<Long> numbers) {
    Map<Long, Object> ids = new HashMap<>();
    numbers.forEach(number -> ids.put(number, axis.firstId() + number));
    return ids;
  }

  @Override
  public boolean mayBeHere() {
    return axis.size() <= Integer.MAX_VALUE;
  }

  @Override
  public List<Object> all() {
    return new ConsecutiveIds(axis.firstId(), Math.toIntExact(axis.size()));
  }

  /** Computed when asked for. */
  private static final class ConsecutiveIds extends AbstractList<Object> {
    private final long first;
    private final int size;

    ConsecutiveIds(long first, int size) {
      this.first = first;
      this.size = size;
    }

    @Override
    public Object get(int number) {
      return first + Objects.checkIndex(number, size);
    }

    @Override
    public int size() {
      return size;
    }
  }
}
