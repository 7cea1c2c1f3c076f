package io.github.sparknmf.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code bench}: times the engine on a generated matrix, beside its own bare kernels. */
final class BenchCommand implements Command {
  private static final String ROWS = "--rows";
  private static final String COLUMNS = "--columns";
  private static final String NONZEROS = "--nonzeros";
  private static final String DEFAULT_ROWS = "100000";
  private static final String DEFAULT_COLUMNS = "20000";
  private static final String DEFAULT_NONZEROS = "10000000";

  @Override
  public String name() {
    return "bench";
  }

  @Override
  public String description() {
    return "Time iterations on the input or on a generated sparse matrix, beside the bare products"
        + " of the same blocks.";
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(
        Settings.INPUT,
        Settings.FORMAT,
        Settings.WEIGHTING,
        Settings.RANK,
        Settings.SEED,
        Settings.MAX_ITERATIONS,
        Settings.INNER_UPDATES,
        Settings.PRECISION,
        Settings.TOLERANCE,
        Settings.PLAN,
        Settings.ORIENTATION,
        Settings.PARTITIONS,
        Settings.CHECKPOINT_INTERVAL);
  }

  @Override
  public Map<Setting<?>, String> defaults() {
    return Map.of(Settings.RANK, "20", Settings.MAX_ITERATIONS, "22");
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addOption(number(ROWS, "rows of the matrix", DEFAULT_ROWS));
    spec.addOption(number(COLUMNS, "columns of the matrix", DEFAULT_COLUMNS));
    spec.addOption(number(NONZEROS, "cells that are not zero", DEFAULT_NONZEROS));
  }

  private static OptionSpec number(String name, String description, String byDefault) {
    return OptionSpec.builder(name)
        .type(String.class)
        .arity("1")
        .paramLabel("N")
        .description(description + " (default: " + byDefault + ")")
        .build();
  }

  @Override
  public void run(CommandContext context) throws IOException, InterruptedException {
    BenchShape shape =
        BenchShape.parse(
            context.arguments().matchedOptionValue(ROWS, DEFAULT_ROWS),
            context.arguments().matchedOptionValue(COLUMNS, DEFAULT_COLUMNS),
            context.arguments().matchedOptionValue(NONZEROS, DEFAULT_NONZEROS));
    Path checkpoints = Files.createTempDirectory("spark-nmf-bench");
    try (SparkRun run = SparkSessions.open(name(), context)) {
      Map<String, Object> measured =
          new BenchJob(shape, context.settings(), checkpoints.toUri().toString())
              .run(run.session());
      if (context.json()) {
        context.out().println(Json.text(measured));
      } else {
        measured.forEach((key, value) -> context.out().printf("%-26s %s%n", key, value));
      }
    } finally {
      TemporaryFiles.delete(checkpoints);
    }
  }
}
