package org.sparknmf.app.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.failure.GateException;
import org.sparknmf.app.run.ImageShape;
import org.sparknmf.app.run.Job;
import org.sparknmf.app.run.LeftOut;
import org.sparknmf.app.run.MatrixInput;
import org.sparknmf.app.run.PlanOption;
import org.sparknmf.app.run.QualityReport;
import org.sparknmf.app.run.RatingScale;
import org.sparknmf.app.run.ResultWriter;
import org.sparknmf.app.run.RunIdentity;
import org.sparknmf.app.run.Warnings;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.app.settings.SolverOptions;
import org.sparknmf.app.settings.StartOptions;
import org.sparknmf.app.terminal.Progress;
import org.sparknmf.engine.EngineSettings;
import org.sparknmf.engine.Engines;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.plan.Plan;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.engine.spark.WorkBeside;
import org.sparknmf.fit.Beginning;
import org.sparknmf.fit.BestAttempt;
import org.sparknmf.fit.Factorization;
import org.sparknmf.fit.FitTask;
import org.sparknmf.fit.Savepoints;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.fit.setting.SolverChoice;
import org.sparknmf.io.publish.OutputDirectory;
import org.sparknmf.report.Manifest;
import org.sparknmf.solver.ComponentSummary;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.loop.Iteration;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.start.StartKind;

/** Reads X, factorises it and writes the result into a run's staging directory. */
final class FitJob extends Job {
  /**
   * Settings that, beside the identity, determine the length of a fit and what is derived from it.
   */
  private static final List<Setting<?>> OTHERS =
      List.of(Catalogue.MAX_ITERATIONS, Catalogue.TOLERANCE, OutputSettings.TOP);

  /** W and H. */
  private static final int TABLES_AT_A_TIME = 2;

  private final NmfSettings nmf;

  FitJob(Command command, CommandContext context, SparkSession spark) {
    super(command, context, spark);
    this.nmf = SolverOptions.of(settings());
  }

  /**
   * What a run came to, for printing.
   *
   * @param errors the relative error after each iteration, from the start values on
   */
  record Outcome(Manifest manifest, List<ComponentSummary> components, List<Double> errors) {}

  /**
   * X, and what is to be done with it.
   *
   * @param nmf what is asked of the solver, on the scale of X
   */
  private record Read(
      MatrixInput input,
      Map<String, String> given,
      Beginning beginning,
      Plan plan,
      NmfSettings nmf) {}

  /**
   * Runs to the point where the result only needs to be published; empty if the one that is there
   * is what it would come to.
   */
  Optional<Outcome> run(OutputDirectory output, String runId) {
    try (SparkScope scope = new SparkScope(sparkContext())) {
      Read read = read(scope);
      EngineSettings engine =
          new EngineSettings(
              output.checkpointPath(),
              settings().get(Catalogue.CHECKPOINT_INTERVAL),
              nmf.maxIterations());
      Engines engines = new Engines(read.plan.kind(), read.input.matrix().x(), engine, scope);
      Map<String, String> asked = RunIdentity.of(settings(), read.input.matrix().x(), read.given);
      Savepoints savepoints =
          new Savepoints(
              engines.store(),
              sparkContext().hadoopConfiguration(),
              engine,
              context().interruption().stop(),
              asked);
      SavepointMatch match = new SavepointMatch(asked, read.nmf);
      if (isThere(output, savepoints, asked, OTHERS, match::differences, match::words)) {
        return Optional.empty();
      }
      NmfSettings going = savepoints.resumed().map(match::goingOn).orElse(read.nmf);
      Map<String, String> identity = RunIdentity.withInnerUpdates(asked, going.sweeps());
      describeResumed(going, read.nmf);
      Factorization fit =
          fit(
              engines,
              new FitTask(going, read.beginning, SolverOptions.attempts(settings())),
              savepoints);
      if (!fit.isComplete()) {
        // Who gives it more time may go on.
        output.keepCheckpoint();
      }
      List<String> failed = new Gates(settings()).failed(read.input.quality(), fit.result());
      ResultWriter writer = new ResultWriter(spark(), output);
      Written written = write(writer, read, going, identity, fit);
      Manifest manifest =
          manifest(
              runId,
              failed.isEmpty() ? ExitCode.DONE : ExitCode.GATE,
              settings().asMap(),
              written.told,
              warnings(failed, read.input, fit));
      writer.writeTexts(written.report.data(manifest, written.components));
      if (!failed.isEmpty()) {
        throw new GateException(failed, output.publishGated());
      }
      List<Double> errors = fit.result().history().stream().map(Iteration::relativeError).toList();
      return Optional.of(new Outcome(manifest, written.components, errors));
    }
  }

  /** What a fit leaves but for its texts. */
  private record Written(
      List<ComponentSummary> components, FitReport report, Manifest.FitRecord told) {}

  /** Writes the tables, and meanwhile finds out what the texts tell. */
  private Written write(
      ResultWriter writer,
      Read read,
      NmfSettings going,
      Map<String, String> identity,
      Factorization fit) {
    try (WorkBeside beside = new WorkBeside(TABLES_AT_A_TIME)) {
      phases().run("write", () -> writer.beginTables(beside, read.input, going, fit));
      List<ComponentSummary> components =
          phases()
              .time(
                  "write",
                  () ->
                      writer.writeComponents(read.input, fit, settings().get(OutputSettings.TOP)));
      FitReport report = new FitReport(settings(), read.input.matrix(), fit);
      phases().time("report", report::look);
      Manifest.FitRecord told =
          phases()
              .time(
                  "write",
                  () ->
                      FitRecords.of(
                          settings(),
                          going,
                          identity,
                          read.input,
                          read.plan,
                          read.beginning.kind(),
                          fit));
      phases().run("write", beside::join);
      return new Written(components, report, told);
    }
  }

  private List<String> warnings(List<String> failed, MatrixInput input, Factorization fit) {
    List<String> all = new ArrayList<>(failed);
    all.addAll(Warnings.after(settings(), fit));
    LeftOut.warning(input.source().rejected()).ifPresent(all::add);
    RatingScale.warning(settings(), input.matrix().x()).ifPresent(all::add);
    return all;
  }

  private Read read(SparkScope scope) {
    GivenStart given =
        phases()
            .time("read", () -> GivenStart.read(spark(), StartOptions.of(settings()), nmf.rank()));
    MatrixInput input =
        phases().time("read", () -> MatrixInput.read(spark(), settings(), scope, phases()));
    describe(input);
    settings()
        .find(OutputSettings.IMAGE_SHAPE)
        .ifPresent(shape -> ImageShape.require(shape, input.matrix().columns().size()));
    SolverChoice.of(settings()).words().ifPresent(this::say);
    Warnings.before(settings()).forEach(words -> say("warning: " + words));
    new Gates(settings())
        .emptyRows(input.quality())
        .ifPresent(words -> context().console().warn(words + ": the result will be gated"));
    MatrixSummary summary = input.matrix().x().summary();
    StartKind start = SolverOptions.start(settings(), summary);
    describeStart(start);
    Beginning beginning =
        phases().time("read", () -> given.on(input.matrix(), start, context().console()));
    Plan plan = PlanOption.plan(settings(), input.matrix().x(), Resources.of(sparkContext()));
    say("plan " + PlanOption.describe(plan));
    nmf.remark(summary).ifPresent(this::say);
    NmfSettings onX = nmf.on(summary);
    onX.objective().unaskedPenalties(nmf.objective()).ifPresent(this::say);
    describeBatches(input.matrix().x().grid());
    return new Read(input, given.fingerprints(), beginning, plan, onX);
  }

  /** Where it is not what the same settings would have elsewhere. */
  private void describeStart(StartKind start) {
    if (start == StartKind.COMPRESSED && settings().get(Catalogue.INIT) == StartKind.AUTO) {
      say(
          "init auto is compressed: X has so many cells that iterations on a compressed X cost less"
              + " than the passes over X that they save");
    }
  }

  /** Where it is not what this run would have begun with. */
  private void describeResumed(NmfSettings going, NmfSettings fresh) {
    if (going.sweeps() != fresh.sweeps()) {
      say(
          "inner-updates %d, as the interrupted run had it; a new one would have %d"
              .formatted(going.sweeps(), fresh.sweeps()));
    }
  }

  private Factorization fit(Engines engines, FitTask task, Savepoints savepoints) {
    Progress report = new Progress(context().console(), nmf.maxIterations());
    Factorization fit =
        timeInterruptible("fit", () -> BestAttempt.find(engines, task, report, savepoints));
    phases().part("fit", "start", fit.startSeconds());
    phases().part("fit", "checkpoint", savepoints.seconds());
    say(fit.result().stopReason().words());
    if (!context().json()) {
      new SoonerByAuto(task).words(fit.result().history()).ifPresent(this::say);
    }
    return fit;
  }

  private void describeBatches(BlockGrid grid) {
    if (grid.batches() > 0) {
      say(
          String.format(
              Locale.ROOT,
              "H is improved after each of %,d batches of about %,d rows",
              grid.batches(),
              Math.round((double) grid.rows() / grid.batches())));
    }
  }

  private void describe(MatrixInput input) {
    MatrixSummary x = input.matrix().x().summary();
    say(
        String.format(
            Locale.ROOT,
            "X from %s: %,d rows, %,d columns, %,d %s",
            input.source().description(),
            input.matrix().rows().size(),
            input.matrix().columns().size(),
            x.nonZeros(),
            FitPrinter.cells(settings().word(Catalogue.EMPTY_CELLS))));
    LeftOut.warning(input.source().rejected()).ifPresent(words -> say("warning: " + words));
    QualityReport.words(input.quality(), settings().word(Catalogue.DUPLICATES))
        .ifPresent(this::say);
    RatingScale.warning(settings(), input.matrix().x())
        .ifPresent(words -> say("warning: " + words));
  }
}
