package io.github.sparknmf.app;

import io.github.sparknmf.engine.BlockGrid;
import io.github.sparknmf.engine.DistributedMatrix;
import io.github.sparknmf.engine.EngineSettings;
import io.github.sparknmf.engine.Engines;
import io.github.sparknmf.engine.Plan;
import io.github.sparknmf.engine.Resources;
import io.github.sparknmf.engine.SparkScope;
import io.github.sparknmf.fit.Beginning;
import io.github.sparknmf.fit.Factorization;
import io.github.sparknmf.fit.FitTask;
import io.github.sparknmf.frame.ComponentSummary;
import io.github.sparknmf.io.publish.OutputDirectory;
import io.github.sparknmf.report.Manifest;
import io.github.sparknmf.solver.MatrixSummary;
import io.github.sparknmf.solver.NmfSettings;
import io.github.sparknmf.solver.StartKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Reads X, factorises it and writes the result into a run's staging directory. */
final class FitJob {
  private final String command;
  private final CommandContext context;
  private final SparkSession spark;
  private final Phases phases = new Phases();

  FitJob(String command, CommandContext context, SparkSession spark) {
    this.command = command;
    this.context = context;
    this.spark = spark;
  }

  /** What a run came to, for printing. */
  record Outcome(Manifest manifest, List<ComponentSummary> components) {}

  /** Runs to the point where the result only needs to be published. */
  Outcome run(OutputDirectory output, String runId) {
    Instant started = Instant.now();
    ResolvedSettings settings = context.settings();
    NmfSettings nmf = SolverOptions.of(settings);
    EngineSettings engine =
        new EngineSettings(
            output.checkpointPath(),
            settings.get(Settings.CHECKPOINT_INTERVAL),
            nmf.maxIterations());
    JavaSparkContext sparkContext = JavaSparkContext.fromSparkContext(spark.sparkContext());
    try (SparkScope scope = new SparkScope(sparkContext)) {
      GivenStart given =
          phases.time("read", () -> GivenStart.read(spark, StartOptions.of(settings), nmf.rank()));
      MatrixInput input = phases.time("read", () -> MatrixInput.read(spark, settings, scope));
      DistributedMatrix x = input.matrix().x();
      describe(input);
      Warnings.before(settings).forEach(words -> context.console().say("warning: " + words));
      StartKind start =
          SolverOptions.start(
              settings, input.matrix().rows().size(), input.matrix().columns().size());
      Beginning beginning =
          phases.time("read", () -> given.on(input.matrix(), start, context.console()));
      Plan plan = PlanOption.plan(settings, x, Resources.of(sparkContext));
      context.console().say("plan " + PlanOption.describe(plan));
      describeBatches(x.grid());
      IterationReport report = new IterationReport(context.console(), nmf.maxIterations());
      Factorization fit =
          phases.time(
              "fit",
              () -> {
                FitTask task = new FitTask(nmf, beginning, SolverOptions.attempts(settings));
                return Factorization.run(new Engines(plan.kind(), x, engine, scope), task, report);
              });
      phases.part("fit", "start", fit.startSeconds());
      context.console().say(fit.result().stopReason().words());
      ResultWriter writer = new ResultWriter(spark, output);
      List<ComponentSummary> components =
          phases.time(
              "write", () -> writer.writeTables(input, nmf, fit, settings.get(Settings.TOP)));
      Manifest manifest =
          new ManifestBuilder(command, settings, started)
              .build(runId, input, plan, fit, phases.seconds());
      writer.writeTexts(manifest, fit.result().history());
      return new Outcome(manifest, components);
    }
  }

  private void describeBatches(BlockGrid grid) {
    if (grid.batches() > 0) {
      context
          .console()
          .say(
              String.format(
                  Locale.ROOT,
                  "H is improved after each of %,d batches of about %,d rows",
                  grid.batches(),
                  Math.round((double) grid.rows() / grid.batches())));
    }
  }

  private void describe(MatrixInput input) {
    MatrixSummary x = input.matrix().x().summary();
    context
        .console()
        .say(
            String.format(
                Locale.ROOT,
                "X from %s: %,d rows, %,d columns, %,d %s",
                input.source().description(),
                input.matrix().rows().size(),
                input.matrix().columns().size(),
                x.nonZeros(),
                FitPrinter.cells(context.settings().get(Settings.EMPTY_CELLS))));
  }
}
