package io.github.sparknmf.app;

import io.github.sparknmf.app.bench.BenchCommand;
import io.github.sparknmf.app.doctor.DoctorCommand;
import io.github.sparknmf.app.fit.DemoCommand;
import io.github.sparknmf.app.fit.DescribeCommand;
import io.github.sparknmf.app.fit.FitCommand;
import io.github.sparknmf.app.model.EvaluateCommand;
import io.github.sparknmf.app.model.ExportCommand;
import io.github.sparknmf.app.model.PredictCommand;
import io.github.sparknmf.app.model.RecommendCommand;
import io.github.sparknmf.app.model.TransformCommand;
import io.github.sparknmf.app.plan.PlanCommand;
import io.github.sparknmf.app.report.ReportCommand;
import io.github.sparknmf.app.select.SelectRankCommand;
import io.github.sparknmf.app.terminal.CompletionCommand;
import io.github.sparknmf.app.terminal.ManCommand;
import java.util.List;

/** The commands there are, in the order of {@code --help}. */
final class Commands {
  static final List<Command> ALL =
      List.of(
          new DemoCommand(),
          new FitCommand(),
          new PlanCommand(),
          new DescribeCommand(),
          new ReportCommand(),
          new SelectRankCommand(),
          new TransformCommand(),
          new RecommendCommand(),
          new PredictCommand(),
          new EvaluateCommand(),
          new ExportCommand(),
          new StatusCommand(),
          new BenchCommand(),
          new DoctorCommand(),
          new ConfigCommand(),
          new CompletionCommand(),
          new ManCommand());

  private Commands() {}
}
