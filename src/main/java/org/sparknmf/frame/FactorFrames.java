package org.sparknmf.frame;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.engine.factor.FactorPart;

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

  /** One number for each column: {@code id, weight}, in order of ids. */
  public static Dataset<Row> ofNumbers(SparkSession spark, double[] numbers, Numbering columns) {
    List<Row> rows = new ArrayList<>(numbers.length);
    for (int j = 0; j < numbers.length; j++) {
      rows.add(RowFactory.create((long) j, new double[] {numbers[j]}));
    }
    return columns
        .named(spark.createDataFrame(rows, NUMBERED))
        .select(functions.col(Numbering.ID), functions.col(FACTORS).getItem(0).as(WEIGHT));
  }

  private static Iterator<Row> rows(FactorPart part) {
    return IntStream.range(0, part.rows().rows()).mapToObj(i -> row(part, i)).iterator();
  }

  private static Row row(FactorPart part, int i) {
    double[] values = new double[part.rows().rank()];
    part.rows().read(i, 1, values);
    return RowFactory.create(part.firstRow() + i, values);
  }
}
