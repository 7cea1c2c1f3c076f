package org.sparknmf.app.plan;

import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.run.InputThere;
import org.sparknmf.app.run.MatrixInput;
import org.sparknmf.app.session.ClusterStart;
import org.sparknmf.app.session.SparkRun;
import org.sparknmf.app.session.SparkSessions;
import org.sparknmf.app.settings.InputOptions;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.SolverOptions;
import org.sparknmf.engine.plan.EnginePlanner;
import org.sparknmf.engine.plan.Plan;
import org.sparknmf.engine.plan.PlanException;
import org.sparknmf.engine.plan.PlanKind;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.frame.MatrixBuilder;
import org.sparknmf.frame.MatrixSettings;
import org.sparknmf.frame.MatrixShape;
import org.sparknmf.io.read.MatrixReader;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.ReadFailures;

/**
 * {@code plan}: what a fit would ask of the machines. It takes fit's options and writes nothing.
 */
public final class PlanCommand extends Command {
  public PlanCommand() {
    super(
        "plan", "Tell what a fit would need and move, without running it: give it fit's options.");
  }

  @Override
  public void run(CommandContext context) throws InterruptedException {
    ResolvedSettings settings = context.settings();
    MatrixInput.requireConsistent(settings);
    InputThere.require(SparkSessions.hadoop(), settings);
    try (SparkRun run = SparkSessions.open(name(), context)) {
      JavaSparkContext spark = JavaSparkContext.fromSparkContext(run.session().sparkContext());
      ClusterStart.await(spark);
      Resources resources = Resources.of(spark);
      MatrixSource source = MatrixReader.open(run.session(), InputOptions.of(settings));
      MatrixShape shape = shape(source, MatrixInput.layout(settings, resources), spark);
      EnginePlanner planner =
          EnginePlanner.of(SolverOptions.of(settings), shape.summary(), shape.grid(), resources);
      Optional<PlanKind> wanted = settings.get(Catalogue.PLAN);
      PlanForecast forecast =
          new PlanForecast(
              source.description(), shape, resources, planner.checks(), chosen(planner, wanted));
      PlanPrinter printer = new PlanPrinter(context.out());
      if (context.json()) {
        printer.json(forecast);
      } else {
        printer.text(forecast);
      }
      // Ends as fit would.
      planner.plan(wanted);
    }
  }

  private static MatrixShape shape(
      MatrixSource source, MatrixSettings layout, JavaSparkContext spark) {
    try (SparkScope scope = new SparkScope(spark)) {
      return ReadFailures.explaining(
          source.frame(), () -> new MatrixBuilder(source.frame(), layout, scope).shape());
    }
  }

  private static Optional<Plan> chosen(EnginePlanner planner, Optional<PlanKind> wanted) {
    try {
      return Optional.of(planner.plan(wanted));
    } catch (PlanException e) {
      return Optional.empty();
    }
  }
}
