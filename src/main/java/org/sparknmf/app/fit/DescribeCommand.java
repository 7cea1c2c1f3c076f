package org.sparknmf.app.fit;

import java.util.List;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.run.ResultWriter;
import org.sparknmf.app.session.SparkRun;
import org.sparknmf.app.session.SparkSessions;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.frame.ComponentFrame;
import org.sparknmf.frame.ComponentSummary;
import org.sparknmf.io.publish.ResultDirectory;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.report.HistoryLine;
import org.sparknmf.report.Manifest;
import org.sparknmf.report.ReportJson;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code describe}: what a published result holds. */
public final class DescribeCommand implements Command {
  private static final String LABEL = "OUTPUT";

  @Override
  public String name() {
    return "describe";
  }

  @Override
  public String description() {
    return "Show what a result holds: shape, error, components with their top columns.";
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of();
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel(LABEL)
            .arity("1")
            .type(String.class)
            .description("the directory that fit published")
            .build());
  }

  @Override
  public void run(CommandContext context) {
    String path = context.arguments().matchedPositionalValue(0, "");
    try (SparkRun run = SparkSessions.open(name(), context)) {
      ResultDirectory result = new ResultDirectory(run.session(), path);
      Manifest manifest = manifest(path, result.readText(ResultWriter.MANIFEST));
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
    if (!result.hasText(ResultWriter.HISTORY)) {
      return List.of();
    }
    try {
      return result
          .readText(ResultWriter.HISTORY)
          .lines()
          .map(line -> ReportJson.read(line, HistoryLine.class))
          .toList();
    } catch (IllegalArgumentException e) {
      throw damaged(path, ResultWriter.HISTORY, e);
    }
  }

  private static Manifest manifest(String path, String json) {
    try {
      Manifest manifest = ReportJson.read(json, Manifest.class);
      if (manifest.input() == null || manifest.result() == null || manifest.factors() == null) {
        throw new IllegalArgumentException("it lacks input, result or factors");
      }
      return manifest;
    } catch (IllegalArgumentException e) {
      throw damaged(path, ResultWriter.MANIFEST, e);
    }
  }

  private static InputUnreadableException damaged(String path, String name, Exception why) {
    return new InputUnreadableException(
        path
            + "/"
            + name
            + " is damaged: "
            + why.getMessage()
            + "; run fit again, or restore the directory",
        why);
  }
}
