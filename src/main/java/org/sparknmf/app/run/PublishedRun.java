package org.sparknmf.app.run;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.command.Interruption;
import org.sparknmf.app.command.Phases;
import org.sparknmf.app.failure.Failure;
import org.sparknmf.app.session.SparkLog;
import org.sparknmf.app.session.SparkRun;
import org.sparknmf.app.session.SparkSessions;
import org.sparknmf.app.settings.ModelSettings;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.SourceSettings;
import org.sparknmf.io.publish.IfExists;
import org.sparknmf.io.publish.OutputBusyException;
import org.sparknmf.io.publish.OutputDirectory;
import org.sparknmf.io.publish.OutputException;
import org.sparknmf.io.publish.PublishBy;
import org.sparknmf.io.publish.RunStatus;
import org.sparknmf.io.publish.StatusFile;
import org.sparknmf.text.Json;

/**
 * Task between the two things that others see: the output directory and its status file. Spark
 * starts only when the output is ours and the input is there.
 */
public final class PublishedRun {
  private final String command;
  private final CommandContext context;
  private final String runId;

  /** The session in use; none before Spark has started. */
  private volatile Optional<SparkSession> session = Optional.empty();

  /** A run of a command. */
  public PublishedRun(String command, CommandContext context) {
    this.command = command;
    this.context = context;
    this.runId = OutputSettings.runId(context.settings());
  }

  /** What writes the result. */
  @FunctionalInterface
  public interface Task<T> {
    /**
     * Runs to the point where the result only needs to be published; empty if the one that is there
     * is what it would come to.
     *
     * @param spark a session
     * @param output where it grows
     * @param runId names the run
     */
    Optional<T> run(SparkSession spark, OutputDirectory output, String runId);
  }

  /** Runs and publishes; empty if a complete result was there and is to be kept. */
  public <T> Optional<T> run(Task<T> work) {
    ResolvedSettings settings = context.settings();
    String path = settings.get(OutputSettings.OUTPUT);
    IfExists ifExists = settings.get(OutputSettings.IF_EXISTS);
    context.interruption().watchSignals();
    Configuration hadoop = SparkSessions.hadoop();
    InputApart apart = new InputApart(hadoop, path);
    settings.find(SourceSettings.INPUT).ifPresent(apart::require);
    settings.find(ModelSettings.MODEL).ifPresent(model -> apart.requireOutside("model", model));
    StatusFile statusFile = StatusFile.beside(hadoop, path);
    RunStatus running = RunStatus.running(runId, Instant.now());
    Optional<OutputDirectory> opened = open(hadoop, path, ifExists, statusFile, running);
    if (opened.isEmpty()) {
      nothingToDo(path, statusFile, running);
      return Optional.empty();
    }
    statusFile.write(running);
    Interruption interruption = context.interruption();
    interruption.breakBy(
        this::breakOff,
        () -> statusFile.write(failed(running, interruption.explain(new InterruptedException()))));
    try (OutputDirectory output = opened.get();
        SparkRun spark = start(hadoop)) {
      Optional<T> outcome = work.run(spark.session(), output, runId);
      context.phases().enter(Phases.EXIT);
      if (outcome.isEmpty()) {
        nothingToDo(path, statusFile, running);
        return outcome;
      }
      output.publish();
      statusFile.write(running.ended(RunStatus.State.DONE, 0, Instant.now()));
      return outcome;
    } catch (OutputBusyException taken) {
      // The status is that of the run that has taken the place over.
      throw taken;
    } catch (Throwable thrown) {
      statusFile.write(failed(running, interruption.explain(thrown)));
      throw thrown;
    }
  }

  private SparkRun start(Configuration hadoop) {
    InputThere.require(hadoop, context.settings());
    SparkRun run =
        context.phases().within(Phases.SPARK, () -> SparkSessions.open(command, context));
    session = Optional.of(run.session());
    if (context.interruption().stop().isMade()) {
      run.close();
      throw new IllegalStateException("a signal came while Spark was starting");
    }
    return run;
  }

  private void breakOff() {
    if (session.isPresent()) {
      SparkLog.silenceUnless(context.verbose());
      session.get().sparkContext().cancelAllJobs();
    }
  }

  private void nothingToDo(String path, StatusFile statusFile, RunStatus running) {
    context.console().say("output '" + path + "' is complete already: nothing to do");
    if (context.json()) {
      context.out().println(Json.text(Map.of("status", "skipped")));
    }
    statusFile.write(running.ended(RunStatus.State.SKIPPED, 0, Instant.now()));
  }

  private Optional<OutputDirectory> open(
      Configuration hadoop,
      String path,
      IfExists ifExists,
      StatusFile statusFile,
      RunStatus running) {
    try {
      PublishBy how = context.settings().get(OutputSettings.PUBLISH);
      return OutputDirectory.open(hadoop, path, how, ifExists, runId);
    } catch (OutputException refused) {
      statusFile.write(failed(running, Failure.of(refused)));
      throw refused;
    }
  }

  /** A run at a bad end. */
  static RunStatus failed(RunStatus running, Failure failure) {
    RunStatus.State state =
        failure.code().isInterruption() ? RunStatus.State.INTERRUPTED : RunStatus.State.FAILED;
    return running
        .ended(state, failure.code().number(), Instant.now())
        .because(failure.word(), failure.cause(), failure.remedy());
  }
}
