package org.sparknmf.app.model;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.frame.Numbering;
import org.sparknmf.ml.NMFModel;
import org.sparknmf.solver.InvalidMatrixException;

/** Pairs of row and column ids that meet a model. */
final class ModelPairs {
  private ModelPairs() {}

  /** The cells of an input: row ids and column ids. */
  static Dataset<Row> of(ModelInput input, NMFModel model) {
    return required(input.rows().pairs(), model);
  }

  /** The fitted values of pairs, as a column {@code prediction}; null where one id is unknown. */
  static Dataset<Row> fitted(Dataset<Row> pairs, NMFModel model) {
    model.set(model.rowCol(), MatrixFrame.ROW);
    model.set(model.colCol(), MatrixFrame.COLUMN);
    return model.predict(required(pairs, model));
  }

  private static Dataset<Row> required(Dataset<Row> pairs, NMFModel model) {
    requireType(pairs, MatrixFrame.ROW, model.rowFactors());
    requireType(pairs, MatrixFrame.COLUMN, model.columnFactors());
    return pairs;
  }

  private static void requireType(Dataset<Row> pairs, String axis, Dataset<Row> factor) {
    DataType found = pairs.schema().apply(axis).dataType();
    DataType wanted = factor.schema().apply(Numbering.ID).dataType();
    if (!found.equals(wanted)) {
      throw new InvalidMatrixException(
          "the %s ids of the input are of type %s, those of the model %s: both must be the same; see to --id-type, --transpose and the labels"
              .formatted(axis, found.simpleString(), wanted.simpleString()));
    }
  }
}
