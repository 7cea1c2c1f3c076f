package org.sparknmf.app.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.command.Options;
import org.sparknmf.app.run.HadoopProperties;
import org.sparknmf.app.run.ResultWriter;
import org.sparknmf.app.session.SparkLog;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.app.settings.Redaction;
import org.sparknmf.app.terminal.Printable;
import org.sparknmf.io.publish.ResultFiles;
import org.sparknmf.report.Drift;
import org.sparknmf.report.Pictures;
import org.sparknmf.report.page.ReportData;
import org.sparknmf.report.page.ReportPage;
import org.sparknmf.text.Json;
import picocli.CommandLine.Model.CommandSpec;

/** {@code report}: draws the page of a published result again, without Spark. */
public final class ReportCommand extends Command {
  private static final String HTML = "--html";
  private static final String COMPARE = "--compare";

  public ReportCommand() {
    super(
        "report",
        "Draw report.html of a result again; with " + COMPARE + ", show what has changed.",
        List.of(OutputSettings.IMAGE_SHAPE));
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.addOutput(spec, "the directory that a run published");
    spec.addOption(Options.text(HTML, "FILE", "where the page goes; else OUTPUT/report.html"));
    spec.addOption(Options.text(COMPARE, "OTHER", "an earlier result whose components to compare"));
  }

  @Override
  public void run(CommandContext context) {
    SparkLog.quietUnless(context.verbose());
    Configuration hadoop = HadoopProperties.configuration();
    String output = context.arguments().matchedPositionalValue(0, "");
    StoredReport result = StoredReport.open(hadoop, output);
    String earlier = context.arguments().matchedOptionValue(COMPARE, null);
    Optional<Drift> drift =
        Optional.ofNullable(earlier)
            .map(
                other ->
                    Comparison.of(result, StoredReport.open(hadoop, other), Redaction.text(other)));
    Optional<Pictures> pictures = shape(context, result).map(result::pictures);
    ReportData data =
        new ReportData(
            result.manifest(),
            result.history(),
            result.components(),
            result.figures(),
            result.selection(),
            drift,
            pictures);
    String html = new ReportPage(data).html();
    String file =
        context.arguments().matchedOptionValue(HTML, result.files().file(ResultWriter.REPORT));
    ResultFiles.replace(hadoop, file, html);
    print(context, file, html);
  }

  /** The shape of images as given here, else as given to the fit. */
  private static Optional<Pictures.Shape> shape(CommandContext context, StoredReport result) {
    Map<String, Object> stored = result.manifest().run().settings();
    if (context.settings().isGiven(OutputSettings.IMAGE_SHAPE) || stored == null) {
      return context.settings().find(OutputSettings.IMAGE_SHAPE);
    }
    return Optional.ofNullable(stored.get(OutputSettings.IMAGE_SHAPE.key()))
        .flatMap(text -> OutputSettings.IMAGE_SHAPE.rule().reader().apply(text.toString()));
  }

  private static void print(CommandContext context, String file, String html) {
    String shown = Redaction.text(file);
    if (context.json()) {
      context.out().print(Json.document(Map.of("report", shown, "characters", html.length())));
    } else {
      context.out().println("Report in " + Printable.word(shown));
    }
  }
}
