package org.sparknmf.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The rows of a matrix before they are numbered. Few rows can be had in hand, without a Spark job
 * and without Spark SQL; both ways give the same rows.
 */
public final class FrameRows {
  private final SparkSession spark;
  private final StructType schema;
  private final Supplier<Dataset<Row>> table;
  private final Optional<Supplier<List<Row>>> few;
  private final boolean byColumn;
  private Dataset<Row> opened;
  private List<Row> read;

  private FrameRows(
      SparkSession spark,
      StructType schema,
      Supplier<Dataset<Row>> table,
      Optional<Supplier<List<Row>>> few,
      boolean byColumn) {
    this.spark = spark;
    this.schema = schema;
    this.table = table;
    this.few = few;
    this.byColumn = byColumn;
  }

  /** Any number of rows. */
  public static FrameRows of(Dataset<Row> table) {
    return of(table, false, false);
  }

  /**
   * The rows of a table.
   *
   * @param areFew whether they can be had in hand, by one Spark job
   * @param byColumn whether a column is read without the others
   */
  public static FrameRows of(Dataset<Row> table, boolean areFew, boolean byColumn) {
    return new FrameRows(
        table.sparkSession(),
        table.schema(),
        () -> table,
        areFew ? Optional.of(table::collectAsList) : Optional.empty(),
        byColumn);
  }

  /**
   * Rows that are read where and when they are wanted.
   *
   * @param table reads them as a DataFrame, lazily
   * @param few reads them on the driver, where they are few
   */
  public static FrameRows of(
      SparkSession spark,
      StructType schema,
      Supplier<Dataset<Row>> table,
      Optional<Supplier<List<Row>>> few) {
    return new FrameRows(spark, schema, table, few, false);
  }

  /** The session that reads them. */
  public SparkSession spark() {
    return spark;
  }

  /** Their fields. */
  public StructType schema() {
    return schema;
  }

  /** Whether there is a field of that name. */
  boolean has(String field) {
    return Arrays.asList(schema.fieldNames()).contains(field);
  }

  /** The rows as a DataFrame, evaluated lazily. */
  public synchronized Dataset<Row> table() {
    if (opened == null) {
      opened = table.get();
    }
    return opened;
  }

  /** Whether a column is read without the others: cheaper than to keep them all. */
  boolean areReadByColumn() {
    return byColumn;
  }

  /** Whether they can be had in hand. */
  public boolean areFew() {
    return few.isPresent();
  }

  /** The rows in hand, where they are few; reads them once. What is wrong with one is thrown. */
  public synchronized Optional<List<Row>> inHand() {
    if (read == null && few.isPresent()) {
      read = few.get().get();
    }
    return Optional.ofNullable(read);
  }

  /** What a function makes of each row, in the same order. */
  public FrameRows flatMap(FlatMapFunction<Row, Row> function, StructType to) {
    return new FrameRows(
        spark,
        to,
        () -> table().flatMap(function, Encoders.row(to)),
        few.map(rows -> () -> applied(function, inHand().orElseThrow())),
        false);
  }

  /** A row with another value in a field. */
  public static Row with(Row row, int field, Object value) {
    Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i == field ? value : row.get(i);
    }
    return RowFactory.create(values);
  }

  private static List<Row> applied(FlatMapFunction<Row, Row> function, List<Row> rows) {
    List<Row> result = new ArrayList<>();
    for (Row row : rows) {
      found(function, row).forEachRemaining(result::add);
    }
    return result;
  }

  // The function declares any exception, for it travels; ours throw unchecked ones.
  private static Iterator<Row> found(FlatMapFunction<Row, Row> function, Row row) {
    try {
      return function.call(row);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
