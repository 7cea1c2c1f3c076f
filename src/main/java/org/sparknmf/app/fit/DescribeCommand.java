package org.sparknmf.app.fit;

import java.util.List;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.command.Options;
import org.sparknmf.app.run.ResultWriter;
import org.sparknmf.app.run.StoredText;
import org.sparknmf.app.session.SparkRun;
import org.sparknmf.app.session.SparkSessions;
import org.sparknmf.frame.ComponentFrame;
import org.sparknmf.io.publish.ResultDirectory;
import org.sparknmf.report.HistoryLine;
import org.sparknmf.report.Manifest;
import org.sparknmf.solver.ComponentSummary;
import picocli.CommandLine.Model.CommandSpec;

/** {@code describe}: what a published result holds. */
public final class DescribeCommand extends Command {
  public DescribeCommand() {
    super(
        "describe",
        "Show what a result holds: shape, error, components with their top columns.",
        List.of());
  }

  @Override
  public void declare(CommandSpec spec) {
    Options.addOutput(spec, "the directory that fit published");
  }

  @Override
  public void run(CommandContext context) {
    String path = context.arguments().matchedPositionalValue(0, "");
    try (SparkRun run = SparkSessions.open(name(), context)) {
      ResultDirectory result = new ResultDirectory(run.session(), path);
      Manifest manifest = manifest(path, result.files().requiredText(ResultWriter.MANIFEST));
      List<ComponentSummary> components =
          ComponentFrame.read(result.readTable(ResultWriter.COMPONENTS));
      List<HistoryLine> history = history(path, result);
      FitJob.Outcome outcome =
          new FitJob.Outcome(
              manifest, components, history.stream().map(HistoryLine::relativeError).toList());
      FitPrinter printer = new FitPrinter(context.out(), context.look());
      if (context.json()) {
        printer.json(outcome, history);
      } else {
        printer.outcome(manifest, outcome.errors());
        printer.components(components);
      }
    }
  }

  private static List<HistoryLine> history(String path, ResultDirectory result) {
    String file = path + "/" + ResultWriter.HISTORY;
    return result.files().text(ResultWriter.HISTORY).stream()
        .flatMap(String::lines)
        .map(line -> StoredText.read(file, line, HistoryLine.class))
        .toList();
  }

  private static Manifest manifest(String path, String json) {
    String file = path + "/" + ResultWriter.MANIFEST;
    Manifest manifest = StoredText.read(file, json, Manifest.class);
    if (manifest.fit().isEmpty()) {
      throw StoredText.damaged(file, "it lacks input, result or factors", null);
    }
    return manifest;
  }
}
