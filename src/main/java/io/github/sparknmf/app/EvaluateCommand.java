package io.github.sparknmf.app;

import io.github.sparknmf.io.publish.OutputDirectory;
import io.github.sparknmf.linalg.EmptyCells;
import io.github.sparknmf.ml.CellEvaluation;
import io.github.sparknmf.ml.Evaluation;
import io.github.sparknmf.ml.NMFModel;
import io.github.sparknmf.solver.InvalidMatrixException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code evaluate}: how well a model fits data. */
final class EvaluateCommand implements Command {

  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public String description() {
    return "Measure a model on data: error, sparseness and coherence on whole rows, RMSE and MAE on"
        + " held-out cells.";
  }

  @Override
  public List<Setting<?>> settings() {
    return Stream.concat(
            Stream.of(
                ModelSettings.MODEL,
                ModelSettings.HELD_OUT,
                Settings.TOP,
                Settings.OUTPUT,
                Settings.IF_EXISTS),
            InputOptions.SETTINGS.stream())
        .toList();
  }

  @Override
  public void run(CommandContext context) {
    context.settings().get(ModelSettings.MODEL);
    InputOptions.requireOne(context.settings());
    try (SparkRun run = SparkSessions.open(name(), context)) {
      ModelJob job = new ModelJob(this, context, run.session());
      if (context.settings().find(Settings.OUTPUT).isEmpty()) {
        evaluate(job);
        job.print();
        return;
      }
      new PublishedRun(context, run.session())
          .run((output, runId) -> published(job, output, runId))
          .ifPresent(done -> done.printPublished("manifest.json"));
    }
  }

  private static ModelJob published(ModelJob job, OutputDirectory output, String runId) {
    evaluate(job);
    job.manifest(output, runId);
    return job;
  }

  private static void evaluate(ModelJob job) {
    NMFModel model = job.model();
    if (job.settings().get(ModelSettings.HELD_OUT)) {
      cells(job, model);
    } else {
      rows(job, model);
    }
  }

  private static void rows(ModelJob job, NMFModel model) {
    EmptyCells emptyCells = EmptyCells.valueOf(model.getEmptyCells().toUpperCase(Locale.ROOT));
    ModelInput input = ModelInput.open(job.spark(), job.settings(), model, emptyCells);
    int top = job.settings().get(Settings.TOP);
    Evaluation found =
        job.phases()
            .time("evaluate", () -> input.explaining(() -> model.evaluate(input.rows(), top)));
    job.came("rows", found.rows());
    job.came("unknownColumns", found.unknownColumns());
    job.came("relativeError", found.relativeError());
    job.came("explainedVariance", found.explainedVariance());
    job.came("sparsenessOfW", found.sparsenessOfW());
    job.came("sparsenessOfH", found.sparsenessOfH());
    job.came("umass", found.umass());
    job.came("npmi", found.npmi());
    job.came("components", found.components());
  }

  /** A stored zero is a value like any other here. */
  private static void cells(ModelJob job, NMFModel model) {
    ModelInput input = ModelInput.open(job.spark(), job.settings(), model, EmptyCells.MISSING);
    CellEvaluation found =
        job.phases()
            .time("evaluate", () -> input.explaining(() -> model.evaluateCells(input.rows())));
    if (found.cells() == 0) {
      throw new InvalidMatrixException(
          "the model knows the row and the column of none of the %,d cells; ids must be those of the fit: see to --transpose, --id-type and the labels"
              .formatted(found.unknownCells()));
    }
    job.came("cells", found.cells());
    job.came("unknownCells", found.unknownCells());
    job.came("rmse", found.rmse());
    job.came("mae", found.mae());
  }
}
