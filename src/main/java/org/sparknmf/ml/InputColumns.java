package org.sparknmf.ml;

import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.frame.Numbering;

/** Which columns X is read from, and what they must be. */
record InputColumns(NmfParams params) {
  /** Whether X is given as triples; else as vectors. */
  boolean areTriples() {
    boolean row = params.isDefined(params.rowCol());
    boolean column = params.isDefined(params.colCol());
    if (row != column) {
      throw new IllegalArgumentException(
          (row ? "rowCol is set and colCol is not" : "colCol is set and rowCol is not")
              + ": triples need both, vectors neither; set the other or clear this one");
    }
    return row;
  }

  /** The column of row ids of vectors, if there is one. */
  Optional<String> id() {
    return params.isDefined(params.idCol()) ? Optional.of(params.getIdCol()) : Optional.empty();
  }

  /** The column of weights of cells, if there is one. */
  Optional<String> weight() {
    return params.isDefined(params.weightCol())
        ? Optional.of(params.getWeightCol())
        : Optional.empty();
  }

  /** Refuses weights that are no numbers, or that nothing would use. */
  void requireWeight(StructType schema) {
    if (weight().isEmpty()) {
      return;
    }
    if (!areTriples() || !params.getEmptyCells().equals("missing")) {
      throw new IllegalArgumentException(
          "weightCol is set to '%s': weights are for triples (rowCol, colCol) with emptyCells missing; set these or clear weightCol"
              .formatted(weight().get()));
    }
    requireNumber(schema, weight().get(), "weightCol");
  }

  /** Refuses a schema that X cannot be read from. */
  void require(StructType schema) {
    if (areTriples()) {
      requireId(schema, params.getRowCol(), "rowCol");
      requireId(schema, params.getColCol(), "colCol");
      requireNumber(schema, params.getValueCol(), "valueCol");
      return;
    }
    id().ifPresent(name -> requireId(schema, name, "idCol"));
    requireFeatures(schema);
  }

  /** Refuses a schema without vectors. */
  void requireFeatures(StructType schema) {
    require(
        schema,
        params.getFeaturesCol(),
        "featuresCol",
        "a vector of Spark ML",
        type(schema, params.getFeaturesCol(), "featuresCol").equals(SQLDataTypes.VectorType()));
  }

  private static void requireNumber(StructType schema, String name, String param) {
    boolean isNumber = type(schema, name, param) instanceof NumericType;
    require(schema, name, param, "a number", isNumber);
  }

  private static void requireId(StructType schema, String name, String param) {
    DataType type = type(schema, name, param);
    boolean isId = type.equals(DataTypes.StringType) || Numbering.INTEGERS.contains(type);
    require(schema, name, param, "a string, int or long", isId);
  }

  private static void require(
      StructType schema, String name, String param, String wanted, boolean isRight) {
    if (!isRight) {
      throw new IllegalArgumentException(
          "column '%s' (%s) is of type %s, but must be %s; cast it or name another column"
              .formatted(name, param, type(schema, name, param).simpleString(), wanted));
    }
  }

  private static DataType type(StructType schema, String name, String param) {
    if (!Arrays.asList(schema.fieldNames()).contains(name)) {
      throw new IllegalArgumentException(
          "there is no column '%s' (%s) among %s; set %s to one of them"
              .formatted(name, param, Arrays.toString(schema.fieldNames()), param));
    }
    return schema.apply(name).dataType();
  }

  /** A column of ids as they are held. */
  static Column id(Dataset<?> data, String name) {
    return data.col(name).cast(heldAs(data.schema(), name));
  }

  /** The type under which ids are held: string or long. */
  static String heldAs(StructType schema, String name) {
    return schema.apply(name).dataType().equals(DataTypes.StringType) ? "string" : "long";
  }
}
