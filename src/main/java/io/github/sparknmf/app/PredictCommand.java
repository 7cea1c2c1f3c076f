package io.github.sparknmf.app;

import io.github.sparknmf.frame.MatrixFrame;
import io.github.sparknmf.io.publish.OutputDirectory;
import io.github.sparknmf.linalg.EmptyCells;
import io.github.sparknmf.ml.NMFModel;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/** {@code predict}: the fitted values of cells. */
final class PredictCommand implements Command {
  private static final String PREDICTIONS = "predictions";

  @Override
  public String name() {
    return "predict";
  }

  @Override
  public String description() {
    return "Give the fitted values of cells: the entries of W H for pairs of row and column ids.";
  }

  @Override
  public List<Setting<?>> settings() {
    return Stream.concat(
            Stream.of(ModelSettings.MODEL, Settings.OUTPUT, Settings.IF_EXISTS),
            InputOptions.SETTINGS.stream())
        .toList();
  }

  @Override
  public void run(CommandContext context) {
    context.settings().get(ModelSettings.MODEL);
    InputOptions.requireOne(context.settings());
    context.settings().get(Settings.OUTPUT);
    try (SparkRun run = SparkSessions.open(name(), context)) {
      ModelJob job = new ModelJob(this, context, run.session());
      new PublishedRun(context, run.session())
          .run((output, runId) -> predict(job, output, runId))
          .ifPresent(done -> done.printPublished(PREDICTIONS + "/ manifest.json"));
    }
  }

  private static ModelJob predict(ModelJob job, OutputDirectory output, String runId) {
    NMFModel model = job.model();
    ModelInput input = ModelInput.open(job.spark(), job.settings(), model, EmptyCells.MISSING);
    Dataset<Row> pairs = input.rows().pairs();
    Dataset<Row> predicted =
        ModelPairs.fitted(pairs, model).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      long cells = job.phases().time("predict", () -> input.explaining(predicted::count));
      long unknown = predicted.filter(functions.col("prediction").isNull()).count();
      job.came("cells", cells);
      job.came("unknownCells", unknown);
      if (unknown > 0) {
        job.warn(
            "%d cells are of rows or columns that the model lacks: their prediction is null"
                .formatted(unknown));
      }
      job.write(output, PREDICTIONS, predicted.sort(MatrixFrame.ROW, MatrixFrame.COLUMN));
      job.manifest(output, runId);
      return job;
    } finally {
      predicted.unpersist();
    }
  }
}
