package org.sparknmf.app.fit;

import java.util.List;
import java.util.Map;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.run.PublishedRun;
import org.sparknmf.app.settings.Origin;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.app.settings.Redaction;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.SourceSettings;
import org.sparknmf.app.terminal.Printable;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;

/** {@code demo}: fit on the text sample inside the jar. */
public final class DemoCommand extends Command {
  private static final String DEFAULT_OUTPUT = "nmf-demo";

  public DemoCommand() {
    super(
        "demo",
        "Find ten topics in the King James Version of the Bible, which comes with the jar.",
        List.of(
            OutputSettings.OUTPUT,
            OutputSettings.IF_EXISTS,
            SourceSettings.WEIGHTING,
            Catalogue.RANK,
            Catalogue.SEED,
            Catalogue.MAX_ITERATIONS,
            Catalogue.TOLERANCE,
            Catalogue.PLAN,
            Catalogue.PARTITIONS,
            Catalogue.CHECKPOINT_INTERVAL,
            OutputSettings.TOP));
  }

  @Override
  public Map<Setting<?>, String> defaults() {
    return Map.of(
        OutputSettings.OUTPUT, DEFAULT_OUTPUT,
        SourceSettings.WEIGHTING, "tf-idf",
        Catalogue.SEED, "1",
        Catalogue.TOLERANCE, "1e-5",
        Catalogue.MAX_ITERATIONS, "300",
        OutputSettings.IF_EXISTS, "overwrite");
  }

  @Override
  public void run(CommandContext context) throws Exception {
    String output = context.settings().get(OutputSettings.OUTPUT);
    try (Sample sample = Sample.bible()) {
      ResolvedSettings settings =
          onSample(context.settings()).with(SourceSettings.INPUT, sample.matrix(), Origin.BUILT_IN);
      CommandContext inner = context.with(settings);
      new PublishedRun(name(), inner)
          .run((spark, place, runId) -> new FitJob(this, inner, spark).run(place, runId))
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
            .with(SourceSettings.FORMAT, "mtx", Origin.BUILT_IN)
            .with(SourceSettings.TRANSPOSE, "false", Origin.BUILT_IN);
    return settings.isGiven(OutputSettings.OUTPUT) && !settings.isGiven(OutputSettings.IF_EXISTS)
        ? own.with(OutputSettings.IF_EXISTS, "error", Origin.BUILT_IN)
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
