package org.sparknmf.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.command.Options;
import org.sparknmf.app.failure.ErrorCode;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.failure.Failure;
import org.sparknmf.app.failure.ReportedException;
import org.sparknmf.app.run.HadoopProperties;
import org.sparknmf.app.session.SparkLog;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.fit.setting.ValueRule;
import org.sparknmf.io.publish.RunStatus;
import org.sparknmf.io.publish.StatusFile;
import org.sparknmf.solver.InvalidSettingException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code status}: how the last run to an output stands, and on request its exit code. */
final class StatusCommand extends Command {
  private static final String WAIT = "--wait";
  private static final long LOOK_EVERY_MILLIS = 500;

  StatusCommand() {
    super(
        "status",
        "Show how the last run to an output stands; with "
            + WAIT
            + ", end as it ended, for cluster modes lose exit codes.",
        List.of(OutputSettings.OUTPUT, OutputSettings.RUN_ID));
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addOption(
        Options.text(
            WAIT, "TIME", "wait so long for the end of the run, then exit with its exit code"));
  }

  @Override
  public void run(CommandContext context) throws InterruptedException {
    // What Hadoop says at the end would be the last word.
    SparkLog.quietUnless(context.verbose());
    ResolvedSettings settings = context.settings();
    Optional<String> runId = settings.find(OutputSettings.RUN_ID);
    StatusFile file =
        StatusFile.beside(HadoopProperties.configuration(), settings.get(OutputSettings.OUTPUT));
    String time = context.arguments().matchedOptionValue(WAIT, null);
    Optional<RunStatus> found =
        time == null ? of(file, runId) : atItsEnd(file, runId, seconds(time));
    RunStatus status = found.orElseThrow(() -> new ReportedException(missing(file, runId)));
    print(context, status);
    if (time != null) {
      Optional<Failure> failure = failure(status);
      if (failure.isPresent()) {
        throw new ReportedException(failure.get());
      }
    }
  }

  private static double seconds(String time) {
    ValueRule<Double> rule = ValueRule.duration();
    return rule.reader()
        .apply(time)
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    WAIT + " must be " + rule.phrase() + ", got '" + time + "'; correct it"));
  }

  private static Optional<RunStatus> of(StatusFile file, Optional<String> runId) {
    return file.read().filter(status -> runId.isEmpty() || runId.get().equals(status.runId()));
  }

  private static Optional<RunStatus> atItsEnd(
      StatusFile file, Optional<String> runId, double seconds) throws InterruptedException {
    long began = System.nanoTime();
    Optional<RunStatus> status = of(file, runId);
    while (status.filter(StatusCommand::isOver).isEmpty()
        && System.nanoTime() - began < seconds * 1e9) {
      Thread.sleep(LOOK_EVERY_MILLIS);
      status = of(file, runId);
    }
    return status;
  }

  private static boolean isOver(RunStatus status) {
    return status.state() != RunStatus.State.RUNNING;
  }

  private static void print(CommandContext context, RunStatus status) {
    if (context.json()) {
      context.out().print(status.toJson());
      return;
    }
    String code = status.exitCode().map(number -> ", exit code " + number).orElse("");
    context.out().println("run " + status.runId() + ": " + status.state() + code);
  }

  /** Why the run did not do what it was asked; nothing if it did. */
  private static Optional<Failure> failure(RunStatus status) {
    if (!isOver(status)) {
      return Optional.of(
          new Failure(
              ErrorCode.NO_END,
              "run '"
                  + status.runId()
                  + "' has not ended by its status file: it still runs, or was killed without a chance to say so; if so, run it again: it goes on from its last checkpoint"));
    }
    ExitCode code = code(status.exitCode().orElse(ExitCode.INTERNAL.number()));
    if (code == ExitCode.DONE) {
      return Optional.empty();
    }
    String message = status.cause().orElse("") + "; " + status.remedy().orElse("");
    return Optional.of(
        new Failure(
            code,
            status.errorCode().map(ErrorCode::presentName).orElse(ErrorCode.INTERNAL.name()),
            message));
  }

  private static ExitCode code(int number) {
    return Arrays.stream(ExitCode.values())
        .filter(code -> code.number() == number)
        .findFirst()
        .orElse(ExitCode.INTERNAL);
  }

  private static Failure missing(StatusFile file, Optional<String> runId) {
    return new Failure(
        ErrorCode.STATUS_MISSING,
        "status file '"
            + file.path()
            + runId.map(id -> "' of run '" + id).orElse("")
            + "' was not found: the run failed before it wrote one; look at the log of its driver");
  }
}
