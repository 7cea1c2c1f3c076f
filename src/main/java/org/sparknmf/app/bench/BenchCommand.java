package org.sparknmf.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.command.Options;
import org.sparknmf.app.session.SparkRun;
import org.sparknmf.app.session.SparkSessions;
import org.sparknmf.app.settings.Origin;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.app.settings.SourceSettings;
import org.sparknmf.app.settings.StartOptions;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.fit.setting.SettingList;
import org.sparknmf.fit.setting.ValueRule;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.text.Json;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code bench}: times the engine on a generated matrix, beside its own bare kernels. */
public final class BenchCommand extends Command {
  private static final String ROWS = "--rows";
  private static final String COLUMNS = "--columns";
  private static final String NONZEROS = "--nonzeros";
  private static final String LINES = "--lines";
  private static final SettingList LIST = new SettingList("0.1.0");
  private static final Setting<BenchPreset> SHAPE_OPTION =
      LIST.add("shape", ValueRule.named(List.of(BenchPreset.values()), Enum::name), "S1")
          .meaning("a matrix with a name");
  private static final Setting<Workload> WORK_OPTION =
      LIST.add("work", ValueRule.word(Workload.class), "iterations")
          .meaning(
              "what is timed: iterations; the way of a fit to an objective (solve); the transform of"
                  + " all rows beside an iteration, recommendations beside those of ALS, or"
                  + " reading the input beside counting lines");
  private static final Setting<Integer> WARM_UP_OPTION =
      LIST.add("warm-up", ValueRule.wholeNumberFrom(0), 5)
          .meaning("iterations that run first, while Java compiles, and do not count");
  private static final Setting<Double> GOAL_OPTION =
      LIST.add("goal", ValueRule.numberFrom(0), 0)
          .meaning("an objective whose first pass is looked for (work solve); 0 for none");

  /** What is timed. */
  private enum Workload {
    ITERATIONS,
    SOLVE,
    TRANSFORM,
    RECOMMEND,
    READ
  }

  public BenchCommand() {
    super(
        "bench",
        "Time iterations on the input or on a generated sparse matrix, beside the bare products"
            + " of the same blocks.",
        List.of(
            SourceSettings.INPUT,
            SourceSettings.FORMAT,
            Catalogue.EMPTY_CELLS,
            SourceSettings.WEIGHTING,
            Catalogue.RANK,
            Catalogue.LOSS,
            Catalogue.SOLVER,
            Catalogue.ALPHA_W,
            Catalogue.ALPHA_H,
            Catalogue.L1_RATIO,
            Catalogue.PENALTY_SCALE,
            Catalogue.INIT,
            Catalogue.SEED,
            Catalogue.MAX_ITERATIONS,
            Catalogue.TOLERANCE,
            Catalogue.INNER_UPDATES,
            Catalogue.MOMENTUM,
            Catalogue.PRECISION,
            Catalogue.PLAN,
            Catalogue.ORIENTATION,
            Catalogue.PARTITIONS,
            Catalogue.CHECKPOINT_INTERVAL,
            OutputSettings.TOP));
  }

  @Override
  public Map<Setting<?>, String> defaults() {
    return Map.of(
        Catalogue.RANK, "20",
        Catalogue.SOLVER, "mu",
        Catalogue.MAX_ITERATIONS, "20",
        Catalogue.INIT, "random");
  }

  @Override
  public void declare(CommandSpec spec) {
    LIST.all().forEach(setting -> spec.addOption(option(setting)));
    spec.addOption(Options.text(LINES, "PATH", "text file whose lines are counted (work read)"));
    spec.addOption(number(ROWS, "rows of the matrix, instead of the shape's"));
    spec.addOption(number(COLUMNS, "columns of the matrix, instead of the shape's"));
    spec.addOption(number(NONZEROS, "cells that are not zero, instead of the shape's"));
  }

  private static OptionSpec option(Setting<?> setting) {
    return Options.text(
        setting.option(),
        setting.rule().placeholder(),
        "%s (default: %s)".formatted(setting.description(), setting.defaultText().get()));
  }

  private static OptionSpec number(String name, String description) {
    return Options.text(name, "N", description);
  }

  private static <T> T value(Setting<T> setting, ParseResult arguments) {
    String text = arguments.matchedOptionValue(setting.option(), setting.defaultText().get());
    return Origin.commandLine(setting).parse(setting, text);
  }

  private static BenchShape shape(CommandContext context) {
    ParseResult arguments = context.arguments();
    Optional<String> input = context.settings().find(SourceSettings.INPUT);
    if (input.isPresent() && arguments.hasMatchedOption(SHAPE_OPTION.option())) {
      throw new InvalidSettingException(
          "shape must not be given with an input, got '%s' and input '%s'; leave one of them out"
              .formatted(value(SHAPE_OPTION, arguments), input.get()));
    }
    return BenchShape.of(
        value(SHAPE_OPTION, arguments),
        given(arguments, ROWS),
        given(arguments, COLUMNS),
        given(arguments, NONZEROS));
  }

  private static Optional<String> given(ParseResult arguments, String option) {
    return Optional.ofNullable(arguments.matchedOptionValue(option, null));
  }

  @Override
  public void run(CommandContext context) throws IOException, InterruptedException {
    BenchShape shape = shape(context);
    StartOptions.requireNone("bench", context.settings());
    Path checkpoints = Files.createTempDirectory("spark-nmf-bench");
    try (SparkRun run = SparkSessions.open(name(), context)) {
      Map<String, Object> measured = measured(context, shape, checkpoints, run.session());
      if (context.json()) {
        context.out().println(Json.text(measured));
      } else {
        measured.remove(BenchReport.HISTORY);
        measured.forEach((key, value) -> context.out().printf("%-38s %s%n", key, value));
      }
    } finally {
      FileUtils.deleteDirectory(checkpoints.toFile());
    }
  }

  private static Map<String, Object> measured(
      CommandContext context, BenchShape shape, Path checkpoints, SparkSession spark)
      throws InterruptedException {
    ParseResult arguments = context.arguments();
    BenchModels models = new BenchModels(shape, context.settings(), spark);
    BenchMatrix matrix = new BenchMatrix(shape, context.settings());
    String place = checkpoints.toUri().toString();
    return switch (value(WORK_OPTION, arguments)) {
      case TRANSFORM -> models.transform();
      case RECOMMEND -> models.recommend();
      case READ -> new BenchRead(context.settings(), lines(arguments)).run(spark);
      case SOLVE -> new BenchSolve(matrix, goal(arguments), context.settings(), place).run(spark);
      case ITERATIONS -> {
        int warmUp = value(WARM_UP_OPTION, arguments);
        yield new BenchJob(matrix, warmUp, context.settings(), place).run(spark);
      }
    };
  }

  private static OptionalDouble goal(ParseResult arguments) {
    double goal = value(GOAL_OPTION, arguments);
    return goal == 0 ? OptionalDouble.empty() : OptionalDouble.of(goal);
  }

  private static String lines(ParseResult arguments) {
    return given(arguments, LINES)
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    "lines is not given: work read needs a text file to count the lines of; give --lines PATH"));
  }
}
