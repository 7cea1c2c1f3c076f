package org.sparknmf.app.model;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.frame.Numbering;
import org.sparknmf.frame.rows.HeldIds;
import org.sparknmf.ml.NMFModel;

/** Pairs of row and column ids that meet a model. */
final class ModelPairs {
  private static final String ROW_KEY = "row as held";
  private static final String COLUMN_KEY = "column as held";

  private ModelPairs() {}

  /** The cells of an input that the model may know: row ids and column ids, as it holds them. */
  static Dataset<Row> of(ModelInput input, NMFModel model) {
    return input
        .rows()
        .pairs()
        .select(rowKey(model).as(MatrixFrame.ROW), columnKey(model).as(MatrixFrame.COLUMN))
        .na()
        .drop();
  }

  /** The fitted values of pairs, as a column {@code prediction}; null where one id is unknown. */
  static Dataset<Row> fitted(Dataset<Row> pairs, NMFModel model) {
    model.set(model.rowCol(), ROW_KEY);
    model.set(model.colCol(), COLUMN_KEY);
    Dataset<Row> keyed =
        pairs.withColumn(ROW_KEY, rowKey(model)).withColumn(COLUMN_KEY, columnKey(model));
    return model.predict(keyed).drop(ROW_KEY, COLUMN_KEY);
  }

  /** Whether ids of pairs are of another type than those of a model, as they were read. */
  static boolean haveOtherIds(Dataset<Row> pairs, NMFModel model) {
    return !type(pairs, MatrixFrame.ROW).equals(type(model.rowFactors(), Numbering.ID))
        || !type(pairs, MatrixFrame.COLUMN).equals(type(model.columnFactors(), Numbering.ID));
  }

  private static DataType type(Dataset<Row> table, String column) {
    return table.schema().apply(column).dataType();
  }

  private static Column rowKey(NMFModel model) {
    return key(model.rowFactors(), MatrixFrame.ROW);
  }

  private static Column columnKey(NMFModel model) {
    return key(model.columnFactors(), MatrixFrame.COLUMN);
  }

  private static Column key(Dataset<Row> factor, String axis) {
    return HeldIds.of(type(factor, Numbering.ID)).column(axis);
  }
}
