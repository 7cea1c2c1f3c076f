package org.sparknmf.app.fit;

import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.run.EarlyFailure;
import org.sparknmf.app.run.MatrixInput;
import org.sparknmf.app.run.PublishedRun;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.app.settings.SolverOptions;
import org.sparknmf.app.settings.StartOptions;

/** {@code fit}: factorises X and publishes the factors. */
public final class FitCommand extends Command {
  public FitCommand() {
    super("fit", "Factorise a non-negative matrix: X (rows x columns) = W (rows x rank) H.");
  }

  @Override
  public void run(CommandContext context) {
    EarlyFailure.during(
        context,
        () -> {
          context.settings().get(OutputSettings.OUTPUT);
          MatrixInput.requireConsistent(context.settings());
          StartOptions.of(context.settings());
          SolverOptions.of(context.settings());
        });
    new PublishedRun(name(), context)
        .run((spark, output, runId) -> new FitJob(this, context, spark).run(output, runId))
        .ifPresent(outcome -> print(outcome, context));
  }

  private static void print(FitJob.Outcome outcome, CommandContext context) {
    FitPrinter printer = new FitPrinter(context.out(), context.look());
    if (context.json()) {
      printer.json(outcome);
    } else {
      printer.result(outcome, context.settings().get(OutputSettings.OUTPUT));
    }
  }
}
