package org.sparknmf.app.plan;

import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
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
    MatrixInput.requireConsistent(context.settings());
    InputThere.require(SparkSessions.hadoop(), context.settings());
    try (SparkRun run = SparkSessions.open(name(), context)) {
      Forecasting forecasting = new Forecasting(run.session(), context.settings());
      PlanForecast forecast = forecasting.forecast();
      PlanPrinter printer = new PlanPrinter(context.out());
      if (context.json()) {
        printer.json(forecast);
      } else {
        printer.text(forecast);
      }
      forecasting.requirePlan();
    }
  }

  /** One forecast, and why fit would refuse. */
  private static final class Forecasting {
    private final SparkSession spark;
    private final ResolvedSettings settings;
    private PlanException refusal;

    Forecasting(SparkSession spark, ResolvedSettings settings) {
      this.spark = spark;
      this.settings = settings;
    }

    PlanForecast forecast() throws InterruptedException {
      JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
      ClusterStart.await(context);
      Resources resources = Resources.of(context);
      MatrixSettings layout = MatrixInput.layout(settings, resources);
      MatrixSource source = MatrixReader.open(spark, InputOptions.of(settings));
      try (SparkScope scope = new SparkScope(context)) {
        MatrixShape shape =
            ReadFailures.explaining(
                source.frame(), () -> new MatrixBuilder(source.frame(), layout, scope).shape());
        EnginePlanner planner =
            EnginePlanner.of(SolverOptions.of(settings), shape.summary(), shape.grid(), resources);
        return new PlanForecast(
            source.description(), shape, resources, planner.checks(), chosen(planner));
      }
    }

    private Optional<Plan> chosen(EnginePlanner planner) {
      try {
        return Optional.of(planner.plan(settings.get(Catalogue.PLAN)));
      } catch (PlanException e) {
        refusal = e;
        return Optional.empty();
      }
    }

    /** Ends as fit would. */
    void requirePlan() {
      if (refusal != null) {
        throw refusal;
      }
    }
  }
}
