package io.github.sparknmf.app;

import io.github.sparknmf.io.publish.IfExists;
import io.github.sparknmf.io.publish.OutputDirectory;
import io.github.sparknmf.io.publish.OutputException;
import io.github.sparknmf.io.publish.RunStatus;
import io.github.sparknmf.io.publish.StatusFile;
import io.github.sparknmf.solver.InvalidSettingException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Work between the two things that others see: the output directory and its status file. */
final class PublishedRun {
  private final CommandContext context;
  private final SparkSession spark;
  private final String runId = UUID.randomUUID().toString();

  PublishedRun(CommandContext context, SparkSession spark) {
    this.context = context;
    this.spark = spark;
  }

  /** What writes the result. */
  @FunctionalInterface
  interface Work<T> {
    /**
     * Runs to the point where the result only needs to be published.
     *
     * @param output where it grows
     * @param runId names the run
     */
    T run(OutputDirectory output, String runId);
  }

  /** Runs and publishes; empty if a complete result was there and is to be kept. */
  <T> Optional<T> run(Work<T> work) {
    ResolvedSettings settings = context.settings();
    String path = settings.get(Settings.OUTPUT);
    IfExists ifExists = IfExists.valueOf(settings.get(Settings.IF_EXISTS).toUpperCase(Locale.ROOT));
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    settings.find(Settings.INPUT).ifPresent(input -> requireApart("input", input, path));
    settings.find(ModelSettings.MODEL).ifPresent(model -> requireApart("model", model, path));
    StatusFile statusFile = StatusFile.beside(hadoop, path);
    RunStatus running = RunStatus.running(runId, Instant.now());
    Optional<OutputDirectory> opened = open(hadoop, path, ifExists, statusFile, running);
    if (opened.isEmpty()) {
      context.console().say("output '" + path + "' is complete already: nothing to do");
      statusFile.write(running.ended(RunStatus.State.SKIPPED, 0, Instant.now()));
      return Optional.empty();
    }
    statusFile.write(running);
    try (OutputDirectory output = opened.get()) {
      T outcome = work.run(output, runId);
      output.publish();
      statusFile.write(running.ended(RunStatus.State.DONE, 0, Instant.now()));
      return Optional.of(outcome);
    } catch (Throwable thrown) {
      statusFile.write(failed(running, Failure.of(thrown)));
      throw thrown;
    }
  }

  private Optional<OutputDirectory> open(
      Configuration hadoop,
      String path,
      IfExists ifExists,
      StatusFile statusFile,
      RunStatus running) {
    try {
      return OutputDirectory.open(hadoop, path, ifExists, runId);
    } catch (OutputException refused) {
      statusFile.write(failed(running, Failure.of(refused)));
      throw refused;
    }
  }

  /** A result that replaces what it is made from would be the last one. */
  private static void requireApart(String what, String source, String output) {
    String from = new Path(source).toUri().getPath() + Path.SEPARATOR;
    String to = new Path(output).toUri().getPath() + Path.SEPARATOR;
    if (from.startsWith(to)) {
      throw new InvalidSettingException(
          "%s '%s' lies in output '%s', which the result would replace; choose another --output"
              .formatted(what, source, output));
    }
  }

  private static RunStatus failed(RunStatus running, Failure failure) {
    return running
        .ended(RunStatus.State.FAILED, failure.code().number(), Instant.now())
        .because(failure.word(), failure.cause(), failure.remedy());
  }
}
