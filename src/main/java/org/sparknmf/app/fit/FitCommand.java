package org.sparknmf.app.fit;

import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.run.EarlyFailure;
import org.sparknmf.app.run.PublishedRun;
import org.sparknmf.app.session.SparkRun;
import org.sparknmf.app.session.SparkSessions;
import org.sparknmf.app.settings.InputOptions;
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
          InputOptions.requireOne(context.settings());
          context.settings().get(OutputSettings.OUTPUT);
          StartOptions.of(context.settings());
          SolverOptions.of(context.settings());
        });
    try (SparkRun run = SparkSessions.open(name(), context)) {
      new PublishedRun(context, run.session())
          .run(new FitJob(this, context, run.session())::run)
          .ifPresent(outcome -> print(outcome, context));
    }
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
