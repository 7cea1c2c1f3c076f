package org.sparknmf.io.read.asked;

import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.frame.MatrixFrame;

/** The fields of matrix frames. */
public final class CellSchema {
  private CellSchema() {}

  /** Row and column ids (or positions, as longs) and a value. */
  public static StructType of(IdType rows, IdType columns) {
    return new StructType()
        .add(MatrixFrame.ROW, type(rows), false)
        .add(MatrixFrame.COLUMN, type(columns), false)
        .add(MatrixFrame.VALUE, DataTypes.DoubleType, false);
  }

  /** Row and column ids (or positions, as longs), a value and a weight. */
  public static StructType weighted(IdType rows, IdType columns) {
    return of(rows, columns).add(MatrixFrame.WEIGHT, DataTypes.DoubleType, false);
  }

  /** Row ids (or positions, as longs) and a vector. */
  public static StructType vectors(IdType rows) {
    return new StructType()
        .add(MatrixFrame.ROW, type(rows), false)
        .add(MatrixFrame.FEATURES, SQLDataTypes.VectorType(), false);
  }

  private static DataType type(IdType ids) {
    return ids == IdType.LONG ? DataTypes.LongType : DataTypes.StringType;
  }
}
