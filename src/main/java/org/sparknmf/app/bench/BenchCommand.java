package org.sparknmf.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.command.Options;
import org.sparknmf.app.session.SparkRun;
import org.sparknmf.app.session.SparkSessions;
import org.sparknmf.app.session.TemporaryFiles;
import org.sparknmf.app.settings.Origin;
import org.sparknmf.app.settings.Setting;
import org.sparknmf.app.settings.Settings;
import org.sparknmf.app.settings.StartOptions;
import org.sparknmf.app.settings.ValueRule;
import org.sparknmf.json.Json;
import org.sparknmf.solver.InvalidSettingException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code bench}: times the engine on a generated matrix, beside its own bare kernels. */
public final class BenchCommand extends Command {
  private static final String ROWS = "--rows";
  private static final String COLUMNS = "--columns";
  private static final String NONZEROS = "--nonzeros";
  private static final String LINES = "--lines";
  private static final ValueRule<String> SHAPES =
      ValueRule.oneOf(Arrays.stream(BenchPreset.values()).map(Enum::name).toArray(String[]::new));
  private static final Setting<String> SHAPE_OPTION =
      new Setting<>("shape", "a matrix with a name", Optional.of("S1"), SHAPES);
  private static final Setting<String> WORK_OPTION =
      new Setting<>(
          "work",
          "what is timed: iterations; the transform of all rows beside an iteration, recommendations"
              + " beside those of ALS, or reading the input beside counting lines",
          Optional.of("iterations"),
          ValueRule.oneOf("iterations", "transform", "recommend", "read"));
  private static final Setting<Integer> WARM_UP_OPTION =
      new Setting<>(
          "warm-up",
          "iterations that run first, while Java compiles, and do not count",
          Optional.of("5"),
          ValueRule.wholeNumberFrom(0));

  public BenchCommand() {
    super(
        "bench",
        "Time iterations on the input or on a generated sparse matrix, beside the bare products"
            + " of the same blocks.");
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(
        Settings.INPUT,
        Settings.FORMAT,
        Settings.EMPTY_CELLS,
        Settings.WEIGHTING,
        Settings.RANK,
        Settings.LOSS,
        Settings.SOLVER,
        Settings.ALPHA_W,
        Settings.ALPHA_H,
        Settings.L1_RATIO,
        Settings.INIT,
        Settings.SEED,
        Settings.MAX_ITERATIONS,
        Settings.INNER_UPDATES,
        Settings.PRECISION,
        Settings.PLAN,
        Settings.ORIENTATION,
        Settings.PARTITIONS,
        Settings.CHECKPOINT_INTERVAL,
        Settings.TOP);
  }

  @Override
  public Map<Setting<?>, String> defaults() {
    return Map.of(Settings.RANK, "20", Settings.MAX_ITERATIONS, "20", Settings.INIT, "random");
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addOption(option(SHAPE_OPTION));
    spec.addOption(option(WORK_OPTION));
    spec.addOption(option(WARM_UP_OPTION));
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
    return setting.parse(text, Origin.commandLine(setting));
  }

  private static BenchShape shape(CommandContext context) {
    ParseResult arguments = context.arguments();
    Optional<String> input = context.settings().find(Settings.INPUT);
    if (input.isPresent() && arguments.hasMatchedOption(SHAPE_OPTION.option())) {
      throw new InvalidSettingException(
          "shape must not be given with an input, got '%s' and input '%s'; leave one of them out"
              .formatted(value(SHAPE_OPTION, arguments), input.get()));
    }
    return BenchShape.of(
        BenchPreset.valueOf(value(SHAPE_OPTION, arguments)),
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
      TemporaryFiles.delete(checkpoints);
    }
  }

  private static Map<String, Object> measured(
      CommandContext context, BenchShape shape, Path checkpoints, SparkSession spark)
      throws InterruptedException {
    ParseResult arguments = context.arguments();
    BenchModels models = new BenchModels(shape, context.settings(), spark);
    return switch (value(WORK_OPTION, arguments)) {
      case "transform" -> models.transform();
      case "recommend" -> models.recommend();
      case "read" -> new BenchRead(context.settings(), lines(arguments)).run(spark);
      default -> {
        int warmUp = value(WARM_UP_OPTION, arguments);
        String place = checkpoints.toUri().toString();
        yield new BenchJob(shape, warmUp, context.settings(), place).run(spark);
      }
    };
  }

  private static String lines(ParseResult arguments) {
    return given(arguments, LINES)
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    "lines is not given: work read needs a text file to count the lines of; give --lines PATH"));
  }
}
