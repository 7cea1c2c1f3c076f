package io.github.sparknmf.frame;

import java.util.AbstractList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Consecutive longs; position and number are the same. */
final class CountedNumbering implements Numbering {
  private final SparkSession spark;
  private final Axis.Counted axis;

  CountedNumbering(SparkSession spark, Axis.Counted axis) {
    this.spark = spark;
    this.axis = axis;
  }

  @Override
  public long size() {
    return axis.size();
  }

  @Override
  public DataType idType() {
    return DataTypes.LongType;
  }

  @Override
  public Dataset<Row> table() {
    Dataset<Row> positions = spark.range(axis.size()).toDF(NUMBER);
    return positions.select(
        functions.col(NUMBER).plus(axis.firstId()).as(ID), functions.col(NUMBER));
  }

  @Override
  public List<Object> ids() {
    int size = Math.toIntExact(axis.size());
    return new AbstractList<>() {
      @Override
      public Object get(int number) {
        return axis.firstId() + number;
      }

      @Override
      public int size() {
        return size;
      }
    };
  }
}
