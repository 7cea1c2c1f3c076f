package io.github.sparknmf.app;

import java.util.List;

/** The commands there are, in the order of {@code --help}. */
final class Commands {
  static final List<Command> ALL =
      List.of(
          new DemoCommand(),
          new FitCommand(),
          new PlanCommand(),
          new DescribeCommand(),
          new TransformCommand(),
          new RecommendCommand(),
          new PredictCommand(),
          new EvaluateCommand(),
          new ExportCommand(),
          new StatusCommand(),
          new BenchCommand(),
          new DoctorCommand(),
          new ConfigCommand());

  private Commands() {}
}
