package org.sparknmf.app.model;

import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.run.InputThere;
import org.sparknmf.app.session.SparkRun;
import org.sparknmf.app.session.SparkSessions;
import org.sparknmf.app.settings.ModelSettings;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.io.publish.OutputDirectory;
import org.sparknmf.ml.CellEvaluation;
import org.sparknmf.ml.Evaluation;
import org.sparknmf.ml.NMFModel;
import org.sparknmf.solver.InvalidMatrixException;

/** {@code evaluate}: how well a model fits data. */
public final class EvaluateCommand extends ModelCommand {

  public EvaluateCommand() {
    super(
        "evaluate",
        "Measure a model on data: error, sparseness and coherence on whole rows, RMSE and MAE on"
            + " held-out cells.",
        "manifest.json",
        Input.REQUIRED,
        ModelSettings.HELD_OUT,
        OutputSettings.TOP);
  }

  /** The outcome is small: without an output it is printed, no more. */
  @Override
  public void run(CommandContext context) {
    if (context.settings().find(OutputSettings.OUTPUT).isPresent()) {
      super.run(context);
      return;
    }
    requireSettings(context.settings());
    InputThere.require(SparkSessions.hadoop(), context.settings());
    try (SparkRun run = SparkSessions.open(name(), context)) {
      ModelJob job = new ModelJob(this, context, run.session());
      evaluate(job);
      job.print();
    }
  }

  @Override
  void work(ModelJob job, OutputDirectory output) {
    evaluate(job);
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
    ModelInput input = ModelInput.asInTheFit(job, model);
    int top = job.settings().get(OutputSettings.TOP);
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
    ModelInput input = ModelInput.withStoredZeros(job, model);
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
