package org.sparknmf.app.model;

import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparknmf.app.run.ResultWriter;
import org.sparknmf.frame.HeldTable;
import org.sparknmf.frame.Numbering;
import org.sparknmf.io.publish.OutputDirectory;
import org.sparknmf.ml.NMFModel;

/** {@code transform}: the weights of new rows. */
public final class TransformCommand extends ModelCommand {

  public TransformCommand() {
    super(
        "transform",
        "Find the weights of new rows: the best fit of each with the H of a model.",
        "W/ manifest.json",
        Input.REQUIRED);
  }

  @Override
  void work(ModelJob job, OutputDirectory output) {
    NMFModel model = job.model();
    ModelInput input = ModelInput.asInTheFit(job, model);
    long unknown =
        job.phases().time("read", () -> input.explaining(() -> input.rows().unknownColumns()));
    try (HeldTable held = HeldTable.of(model.weightsOf(input.rows()))) {
      Dataset<Row> weights = held.rows();
      long rows = job.phases().time("transform", () -> input.explaining(weights::count));
      job.came("rows", rows);
      job.came("unknownColumns", unknown);
      if (unknown > 0) {
        job.warn(
            String.format(
                Locale.ROOT,
                "%,d columns of the input are none of the model's: their cells were left out",
                unknown));
      }
      job.writeSorted(output, ResultWriter.W, weights, rows, Numbering.ID);
    }
  }
}
