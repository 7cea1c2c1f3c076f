package org.sparknmf.app.fit;

import java.util.List;
import java.util.Map;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.run.PublishedRun;
import org.sparknmf.app.session.SparkRun;
import org.sparknmf.app.session.SparkSessions;
import org.sparknmf.app.settings.Origin;
import org.sparknmf.app.settings.Redaction;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.Setting;
import org.sparknmf.app.settings.Settings;
import org.sparknmf.app.settings.SourceSettings;
import org.sparknmf.app.terminal.Printable;

/** {@code demo}: fit on the text sample inside the jar. */
public final class DemoCommand extends Command {
  private static final String DEFAULT_OUTPUT = "nmf-demo";

  public DemoCommand() {
    super(
        "demo",
        "Find ten topics in the King James Version of the Bible, which comes with the jar.");
  }

  @Override
  public Map<Setting<?>, String> defaults() {
    return Map.of(
        Settings.OUTPUT, DEFAULT_OUTPUT,
        Settings.WEIGHTING, "tf-idf",
        Settings.SEED, "1",
        Settings.TOLERANCE, "1e-5",
        Settings.MAX_ITERATIONS, "300",
        Settings.IF_EXISTS, "overwrite");
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(
        Settings.OUTPUT,
        Settings.IF_EXISTS,
        Settings.WEIGHTING,
        Settings.RANK,
        Settings.SEED,
        Settings.MAX_ITERATIONS,
        Settings.TOLERANCE,
        Settings.PLAN,
        Settings.PARTITIONS,
        Settings.CHECKPOINT_INTERVAL,
        Settings.TOP);
  }

  @Override
  public void run(CommandContext context) throws Exception {
    String output = context.settings().get(Settings.OUTPUT);
    try (Sample sample = Sample.bible();
        SparkRun run = SparkSessions.open(name(), context)) {
      ResolvedSettings settings =
          onSample(context.settings()).with(Settings.INPUT, sample.matrix(), Origin.BUILT_IN);
      CommandContext inner = context.with(settings);
      new PublishedRun(inner, run.session())
          .run(new FitJob(this, inner, run.session())::run)
          .ifPresent(outcome -> print(outcome, inner, output));
    }
  }

  /** Only the demo's own directory is replaced unasked; input options are for other input. */
  private static ResolvedSettings onSample(ResolvedSettings settings) {
    ResolvedSettings own =
        settings
            .without(
                SourceSettings.TABLE,
                SourceSettings.SQL,
                SourceSettings.FORMAT_NAME,
                SourceSettings.FORMAT_OPTION)
            .with(Settings.FORMAT, "mtx", Origin.BUILT_IN)
            .with(Settings.TRANSPOSE, "false", Origin.BUILT_IN);
    return settings.isGiven(Settings.OUTPUT) && !settings.isGiven(Settings.IF_EXISTS)
        ? own.with(Settings.IF_EXISTS, "error", Origin.BUILT_IN)
        : own;
  }

  private static void print(FitJob.Outcome outcome, CommandContext context, String output) {
    FitPrinter printer = new FitPrinter(context.out(), context.look());
    if (context.json()) {
      printer.json(outcome);
      return;
    }
    context.out().println("Topics of the King James Version (1,189 chapters, 6,080 terms):");
    context.out().println();
    printer.result(outcome, output);
    context.out().println();
    context.out().println("Next:");
    context
        .out()
        .println("  submit-scripts/spark-nmf describe " + Printable.word(Redaction.text(output)));
    context
        .out()
        .println("  submit-scripts/spark-nmf fit --input YOUR-DATA --output model --rank 10");
  }
}
