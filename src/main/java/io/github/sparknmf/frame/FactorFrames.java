package io.github.sparknmf.frame;

import io.github.sparknmf.engine.SegmentFactor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Factors with their ids: {@code id, factors}, one row for each row of the factor, by id. */
public final class FactorFrames {
  /** Field with the k numbers of a row. */
  public static final String FACTORS = "factors";

  /** Field with the one number of a row. */
  public static final String WEIGHT = "weight";

  private static final StructType NUMBERED =
      new StructType()
          .add(Numbering.NUMBER, DataTypes.LongType, false)
          .add(FACTORS, DataTypes.createArrayType(DataTypes.DoubleType, false), false);

  private FactorFrames() {}

  /** W from the executors, in order of its rows' ids. */
  public static Dataset<Row> ofRows(
      SparkSession spark, JavaRDD<SegmentFactor> w, int rank, Numbering rows) {
    JavaRDD<Row> numbered = w.mapPartitions(part -> new FlatIterator(part, rank));
    return withIds(spark.createDataFrame(numbered, NUMBERED), rows);
  }

  /** H' (n x k) from the driver, in order of its columns' ids. */
  public static Dataset<Row> ofColumns(
      SparkSession spark, double[] ht, int rank, Numbering columns) {
    List<Row> rows = new ArrayList<>(ht.length / rank);
    for (int j = 0; j < ht.length / rank; j++) {
      rows.add(row(j, ht, j, rank));
    }
    return withIds(spark.createDataFrame(rows, NUMBERED), columns);
  }

  /** One number for each column: {@code id, weight}, in order of ids. */
  public static Dataset<Row> ofNumbers(SparkSession spark, double[] numbers, Numbering columns) {
    return ofColumns(spark, numbers, 1, columns)
        .select(functions.col(Numbering.ID), functions.col(FACTORS).getItem(0).as(WEIGHT));
  }

  private static Dataset<Row> withIds(Dataset<Row> numbered, Numbering numbering) {
    return numbered
        .join(numbering.table(), Numbering.NUMBER)
        .sort(Numbering.NUMBER)
        .select(functions.col(Numbering.ID), functions.col(FACTORS));
  }

  private static Row row(long number, double[] factor, int at, int rank) {
    double[] values = Arrays.copyOfRange(factor, at * rank, (at + 1) * rank);
    return RowFactory.create(number, values);
  }

  /** The rows of consecutive segments, one by one. */
  private static final class FlatIterator implements Iterator<Row> {
    private final Iterator<SegmentFactor> segments;
    private final int rank;
    private SegmentFactor current;
    private int next;

    FlatIterator(Iterator<SegmentFactor> segments, int rank) {
      this.segments = segments;
      this.rank = rank;
    }

    @Override
    public boolean hasNext() {
      while ((current == null || next * rank == current.w().length) && segments.hasNext()) {
        current = segments.next();
        next = 0;
      }
      return current != null && next * rank < current.w().length;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Row row = row(current.firstRow() + next, current.w(), next, rank);
      next++;
      return row;
    }
  }
}
