package org.sparknmf.ml;

import java.util.Arrays;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What transform gives. */
final class OutputSchema {
  private OutputSchema() {}

  /** The columns that were there and the weights; for triples the row ids and the weights. */
  static StructType of(NmfParams params, StructType schema) {
    String output = params.getOutputCol();
    if (new InputColumns(params).areTriples()) {
      String row = params.getRowCol();
      boolean text = InputColumns.heldAs(schema, row).equals("string");
      return new StructType()
          .add(row, text ? DataTypes.StringType : DataTypes.LongType)
          .add(output, SQLDataTypes.VectorType());
    }
    if (Arrays.asList(schema.fieldNames()).contains(output)) {
      throw new IllegalArgumentException(
          "column '%s' (outputCol) is there already; set outputCol to a new name"
              .formatted(output));
    }
    return schema.add(output, SQLDataTypes.VectorType());
  }
}
