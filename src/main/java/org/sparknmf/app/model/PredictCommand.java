package org.sparknmf.app.model;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.sparknmf.frame.HeldTable;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.io.publish.OutputDirectory;
import org.sparknmf.ml.NMFModel;
import org.sparknmf.solver.InvalidMatrixException;

/** {@code predict}: the fitted values of cells. */
public final class PredictCommand extends ModelCommand {
  private static final String PREDICTIONS = "predictions";

  public PredictCommand() {
    super(
        "predict",
        "Give the fitted values of cells: the entries of W H for pairs of row and column ids.",
        PREDICTIONS + "/ manifest.json",
        Input.REQUIRED);
  }

  @Override
  void work(ModelJob job, OutputDirectory output) {
    NMFModel model = job.model();
    ModelInput input = ModelInput.withStoredZeros(job, model);
    Dataset<Row> pairs = input.rows().pairs();
    try (HeldTable held = HeldTable.of(ModelPairs.fitted(pairs, model))) {
      Dataset<Row> predicted = held.rows();
      long cells = job.phases().time("predict", () -> input.explaining(predicted::count));
      long unknown = predicted.filter(functions.col("prediction").isNull()).count();
      if (unknown == cells && ModelPairs.haveOtherIds(pairs, model)) {
        throw new InvalidMatrixException(
            "the model knows the row and the column of none of the %,d cells, whose ids are of another type; ids must be those of the fit: see to --transpose, --id-type and the labels"
                .formatted(cells));
      }
      job.came("cells", cells);
      job.came("unknownCells", unknown);
      if (unknown > 0) {
        job.warn(
            "%d cells are of rows or columns that the model lacks: their prediction is null"
                .formatted(unknown));
      }
      job.writeSorted(output, PREDICTIONS, predicted, cells, MatrixFrame.ROW, MatrixFrame.COLUMN);
    }
  }
}
