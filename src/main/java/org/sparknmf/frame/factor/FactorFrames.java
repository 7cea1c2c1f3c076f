package org.sparknmf.frame.factor;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.spark.ConsecutivePartitions;
import org.sparknmf.frame.Numbering;

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

  /** The schema of a factor whose ids have some type. */
  public static StructType schema(DataType idType) {
    return new StructType()
        .add(Numbering.ID, idType, false)
        .add(FACTORS, DataTypes.createArrayType(DataTypes.DoubleType, false), false);
  }

  /** A factor, in order of its rows' ids. */
  public static Dataset<Row> of(SparkSession spark, JavaRDD<FactorPart> factor, Numbering ids) {
    JavaRDD<Row> numbered = factor.flatMap(FactorFrames::rows);
    return ids.named(spark.createDataFrame(numbered, NUMBERED));
  }

  /** A factor, in order of its rows' ids, in so many partitions or fewer. */
  public static Dataset<Row> of(
      SparkSession spark, JavaRDD<FactorPart> factor, Numbering ids, int partitions) {
    JavaRDD<Row> numbered =
        ConsecutivePartitions.joined(factor, partitions).flatMap(FactorFrames::rows);
    return ids.named(spark.createDataFrame(numbered, NUMBERED), partitions);
  }

  /** The rows of a factor in this JVM, in order of their ids, made as they are asked for. */
  public static Iterable<Row> rows(List<FactorPart> factor, Numbering ids) {
    List<Object> all = ids.all();
    return () ->
        factor.stream()
            .flatMap(
                part ->
                    IntStream.range(0, part.rows().rows())
                        .mapToObj(i -> row(part, i, all.get((int) part.firstRow() + i))))
            .iterator();
  }

  /** The schema of numbers of ids of some type. */
  public static StructType schemaOfNumbers(DataType idType) {
    return new StructType()
        .add(Numbering.ID, idType, false)
        .add(WEIGHT, DataTypes.DoubleType, false);
  }

  /** One number for each column: {@code id, weight}, in order of ids. */
  public static Iterable<Row> ofNumbers(double[] numbers, Numbering columns) {
    List<Object> all = columns.all();
    return () ->
        IntStream.range(0, numbers.length)
            .mapToObj(j -> RowFactory.create(all.get(j), numbers[j]))
            .iterator();
  }

  private static Iterator<Row> rows(FactorPart part) {
    return IntStream.range(0, part.rows().rows())
        .mapToObj(i -> row(part, i, part.firstRow() + i))
        .iterator();
  }

  private static Row row(FactorPart part, int i, Object id) {
    double[] values = new double[part.rows().rank()];
    part.rows().read(i, 1, values);
    return RowFactory.create(id, values);
  }
}
