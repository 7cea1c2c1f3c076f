package org.sparknmf.app;

import java.util.List;
import org.sparknmf.app.bench.BenchCommand;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.doctor.DoctorCommand;
import org.sparknmf.app.fit.DemoCommand;
import org.sparknmf.app.fit.DescribeCommand;
import org.sparknmf.app.fit.FitCommand;
import org.sparknmf.app.model.EvaluateCommand;
import org.sparknmf.app.model.ExportCommand;
import org.sparknmf.app.model.PredictCommand;
import org.sparknmf.app.model.RecommendCommand;
import org.sparknmf.app.model.TransformCommand;
import org.sparknmf.app.plan.PlanCommand;
import org.sparknmf.app.report.ReportCommand;
import org.sparknmf.app.select.SelectRankCommand;
import org.sparknmf.app.shell.CompletionCommand;
import org.sparknmf.app.shell.ManCommand;

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
