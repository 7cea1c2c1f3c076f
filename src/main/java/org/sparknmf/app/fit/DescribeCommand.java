package org.sparknmf.app.fit;

import java.util.List;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.command.Options;
import org.sparknmf.app.run.HadoopProperties;
import org.sparknmf.app.run.ResultWriter;
import org.sparknmf.app.run.StoredText;
import org.sparknmf.app.session.SparkLog;
import org.sparknmf.io.publish.ResultFiles;
import org.sparknmf.io.publish.StoredRows;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.report.HistoryLine;
import org.sparknmf.report.Manifest;
import org.sparknmf.solver.ComponentSummary;
import picocli.CommandLine.Model.CommandSpec;

/** {@code describe}: what a published result holds, read without Spark. */
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
    // What Hadoop says would stand among the result.
    SparkLog.quietUnless(context.verbose());
    String path = context.arguments().matchedPositionalValue(0, "");
    ResultFiles files = ResultFiles.of(HadoopProperties.configuration(), path);
    Manifest manifest = manifest(path, files.requiredText(ResultWriter.MANIFEST));
    List<ComponentSummary> components = components(files);
    List<HistoryLine> history = history(path, files);
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

  private static List<ComponentSummary> components(ResultFiles files) {
    List<ComponentSummary> components = StoredRows.components(files, ResultWriter.COMPONENTS);
    if (components.isEmpty()) {
      throw new InputUnreadableException(
          "%s has no table %s: it is no whole result of spark-nmf; run fit again"
              .formatted(files.path(), ResultWriter.COMPONENTS));
    }
    return components;
  }

  private static List<HistoryLine> history(String path, ResultFiles files) {
    String file = path + "/" + ResultWriter.HISTORY;
    return files.text(ResultWriter.HISTORY).stream()
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
