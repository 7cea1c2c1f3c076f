package org.sparknmf.app.model;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparknmf.app.settings.InputOptions;
import org.sparknmf.app.settings.ModelSettings;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.frame.HeldTable;
import org.sparknmf.frame.Numbering;
import org.sparknmf.io.publish.OutputDirectory;
import org.sparknmf.ml.NMFModel;

/**
 * {@code recommend}: the columns with the largest fitted values for each row, or rows for columns.
 */
public final class RecommendCommand extends ModelCommand {
  private static final String RECOMMENDATIONS = "recommendations";

  public RecommendCommand() {
    super(
        "recommend",
        "Find the best columns for each row of a model, without the cells of the input.",
        RECOMMENDATIONS + "/ manifest.json",
        Input.OPTIONAL,
        ModelSettings.FOR,
        OutputSettings.TOP);
  }

  @Override
  void work(ModelJob job, OutputDirectory output) {
    NMFModel model = job.model();
    if (!InputOptions.areGiven(job.settings())) {
      job.warn(
          "no input is given: cells that are known are recommended, too; give --input to leave them out");
      write(job, output, best(job, model, Optional.empty()));
      return;
    }
    ModelInput input = ModelInput.asInTheFit(job, model);
    try (HeldTable held = HeldTable.of(ModelPairs.of(input, model))) {
      Dataset<Row> seen = held.rows();
      job.came("cellsLeftOut", job.phases().time("read", () -> input.explaining(seen::count)));
      write(job, output, best(job, model, Optional.of(seen)));
    }
  }

  private static Dataset<Row> best(ModelJob job, NMFModel model, Optional<Dataset<Row>> seen) {
    int top = job.settings().get(OutputSettings.TOP);
    if (job.settings().get(ModelSettings.FOR).equals("columns")) {
      return seen.map(pairs -> model.recommendForAllColumns(top, pairs))
          .orElseGet(() -> model.recommendForAllColumns(top));
    }
    return seen.map(pairs -> model.recommendForAllRows(top, pairs))
        .orElseGet(() -> model.recommendForAllRows(top));
  }

  private static void write(ModelJob job, OutputDirectory output, Dataset<Row> best) {
    try (HeldTable held = HeldTable.of(best)) {
      long rows = job.phases().time("recommend", held.rows()::count);
      job.writeSorted(output, RECOMMENDATIONS, held.rows(), rows, Numbering.ID);
    }
  }
}
