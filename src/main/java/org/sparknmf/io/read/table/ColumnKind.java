package org.sparknmf.io.read.table;

import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.sparknmf.frame.Numbering;

/** What a column of some type can serve as. */
enum ColumnKind {
  /** Ids, or values. */
  INTEGER,
  /** Values with fractions. */
  NUMBER,
  /** 0 or 1, where rows are read whole. */
  BOOLEAN,
  /** Ids, or documents. */
  TEXT,
  /** Vectors of Spark ML, or arrays of double or float. */
  VECTOR,
  /** Arrays of other numbers, which may be vectors. */
  NUMBERS,
  /** Nothing that a matrix is made of. */
  OTHER;

  static ColumnKind of(DataType type) {
    if (Numbering.INTEGERS.contains(type)) {
      return INTEGER;
    }
    if (isFraction(type)) {
      return NUMBER;
    }
    if (type.equals(DataTypes.BooleanType)) {
      return BOOLEAN;
    }
    if (type.equals(DataTypes.StringType)) {
      return TEXT;
    }
    if (type.equals(SQLDataTypes.VectorType())) {
      return VECTOR;
    }
    return type instanceof ArrayType array ? ofArray(array.elementType()) : OTHER;
  }

  private static ColumnKind ofArray(DataType element) {
    if (element.equals(DataTypes.DoubleType) || element.equals(DataTypes.FloatType)) {
      return VECTOR;
    }
    return Numbering.INTEGERS.contains(element) || element instanceof DecimalType ? NUMBERS : OTHER;
  }

  private static boolean isFraction(DataType type) {
    return type.equals(DataTypes.DoubleType)
        || type.equals(DataTypes.FloatType)
        || type instanceof DecimalType;
  }

  /** Whether a column can be one of a dense matrix. */
  boolean isNumber() {
    return this == INTEGER || this == NUMBER || this == BOOLEAN;
  }

  boolean isId() {
    return this == INTEGER || this == TEXT;
  }

  boolean isVector() {
    return this == VECTOR || this == NUMBERS;
  }
}
