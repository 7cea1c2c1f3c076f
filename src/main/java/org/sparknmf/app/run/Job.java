package org.sparknmf.app.run;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.check.Versions;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.command.Phases;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.engine.savepoint.SavepointShelf;
import org.sparknmf.engine.savepoint.Versioned;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.io.publish.IfExists;
import org.sparknmf.io.publish.OutputDirectory;
import org.sparknmf.io.publish.ResultDirectory;
import org.sparknmf.report.Manifest;

/** The way from a Spark session to a result, as far as it is the same for every command. */
public abstract class Job {
  private final Command command;
  private final CommandContext context;
  private final SparkSession spark;
  private final Instant started = Instant.now();

  protected Job(Command command, CommandContext context, SparkSession spark) {
    this.command = command;
    this.context = context;
    this.spark = spark;
  }

  public final CommandContext context() {
    return context;
  }

  public final ResolvedSettings settings() {
    return context.settings();
  }

  public final SparkSession spark() {
    return spark;
  }

  public final JavaSparkContext sparkContext() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  public final Phases phases() {
    return context.phases();
  }

  /** Tells the user something on the way. */
  protected final void say(String words) {
    context.console().say(words);
  }

  /** Runs and times a phase that ends by itself, in good time, when it is to be interrupted. */
  protected final <T> T timeInterruptible(String phase, Supplier<T> work) {
    return phases()
        .time(
            phase,
            () -> {
              context.interruption().leaveToWork(true);
              try {
                return work.get();
              } finally {
                context.interruption().leaveToWork(false);
              }
            });
  }

  /**
   * Goes on from what an interrupted run of the same data and settings has saved, if there is such
   * a run.
   *
   * @param others settings with a say in the result beside the identity
   * @param differences in what a savepoint is not of this run, for people
   * @param progress where a savepoint stands, for people
   * @return whether the result that lies there is what this run would come to, and is to be kept
   */
  protected final <T extends Versioned> boolean isThere(
      OutputDirectory output,
      SavepointShelf<T> left,
      Map<String, String> identity,
      List<Setting<?>> others,
      Function<T, List<String>> differences,
      Function<T, String> progress) {
    IfExists ifExists = settings().get(OutputSettings.IF_EXISTS);
    new Resumption(context.console(), ifExists, output.outputPath())
        .prepare(left, differences, progress);
    if (ifExists != IfExists.RESUME || left.resumed().isPresent()) {
      return false;
    }
    EarlierFit.Standing there =
        new EarlierFit(new ResultDirectory(spark, output.outputPath()))
            .standing(identity, settings(), others);
    if (there == EarlierFit.Standing.CUT_SHORT) {
      context
          .console()
          .warn(
              "the result that is there was cut short by its time limit, and there is no checkpoint of it to go on from: starting anew");
    }
    return there == EarlierFit.Standing.WHOLE;
  }

  /** The manifest of a run that ends well, with the settings that its command takes. */
  protected final Manifest manifest(String runId, Manifest.WorkRecord work, List<String> warnings) {
    return manifest(runId, ExitCode.DONE, settings().asMap(command.settings()), work, warnings);
  }

  /** The manifest of a run at its end. */
  protected final Manifest manifest(
      String runId,
      ExitCode code,
      Map<String, Object> told,
      Manifest.WorkRecord work,
      List<String> warnings) {
    boolean isDone = code == ExitCode.DONE;
    return new Manifest(
        new Manifest.RunRecord(
            Manifest.SCHEMA_VERSION,
            runId,
            isDone ? Manifest.DONE : Manifest.GATED,
            code.number(),
            isDone ? null : code.name(),
            command.name(),
            started.toString(),
            Instant.now().toString(),
            told,
            phases().seconds(),
            phases().timings(),
            versions(),
            warnings),
        work);
  }

  private static Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("spark-nmf", Versions.sparkNmf());
    versions.put("spark", Versions.spark());
    versions.put("scala", Versions.scala());
    versions.put("hadoop", Versions.hadoop());
    versions.put("java", Versions.java());
    return versions;
  }
}
