package org.sparknmf.app.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.run.PlanOption;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.SolverOptions;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.fit.Factorization;
import org.sparknmf.solver.loop.FitResult;
import org.sparknmf.solver.loop.Iteration;
import org.sparknmf.solver.method.NmfSettings;

/**
 * Runs a fit to its end and tells when it came to an objective: one that is given, and those at
 * relative gaps above the lowest of its own.
 *
 * @param matrix where X comes from
 * @param goal the objective that is waited for, penalties included
 */
record BenchSolve(
    BenchMatrix matrix, OptionalDouble goal, ResolvedSettings settings, String checkpoints) {
  private static final List<String> GAPS = List.of("0.01", "0.001", "0.0001");

  /** Runs it; what was measured, by name. */
  Map<String, Object> run(SparkSession spark) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    try (SparkScope scope = new SparkScope(context)) {
      DistributedMatrix x = matrix.read(spark, scope);
      NmfSettings nmf = SolverOptions.of(settings);
      BenchFit fit = BenchFit.of(nmf, settings, x, checkpoints, scope);
      Factorization done = fit.run();
      Map<String, Object> report = new LinkedHashMap<>();
      report.put("solver", nmf.method().name());
      report.put("momentum", nmf.hasMomentum());
      report.put("innerUpdates", nmf.sweeps());
      report.put("rank", nmf.rank());
      report.put("plan", PlanOption.word(fit.plan()));
      report.putAll(told(done.result(), done.startSeconds(), goal));
      return report;
    }
  }

  /** What the history of a fit tells; seconds are those of the start and of the iterations. */
  static Map<String, Object> told(FitResult fit, double startSeconds, OptionalDouble goal) {
    List<Iteration> history = fit.history();
    double lowest = history.stream().mapToDouble(Iteration::total).min().orElseThrow();
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("passes", fit.iterations());
    report.put("rejectedPasses", fit.rejected());
    report.put("secondsOfStart", startSeconds);
    report.put("seconds", startSeconds + seconds(history));
    report.put("objective", history.get(history.size() - 1).total());
    report.put("kktResidual", fit.kktResidual());
    report.put("stopped", fit.stopReason().words());
    goal.ifPresent(value -> reached(history, startSeconds, value, "Goal", report));
    for (String gap : GAPS) {
      reached(history, startSeconds, lowest * (1 + Double.parseDouble(gap)), "Gap" + gap, report);
    }
    report.put(BenchReport.HISTORY, history.stream().map(BenchReport::line).toList());
    return report;
  }

  /** The first iteration at or below an objective; nothing where there is none. */
  private static void reached(
      List<Iteration> history,
      double startSeconds,
      double objective,
      String name,
      Map<String, Object> report) {
    for (int i = 0; i < history.size(); i++) {
      if (history.get(i).total() <= objective) {
        report.put("passesTo" + name, i);
        report.put("secondsTo" + name, startSeconds + seconds(history.subList(0, i + 1)));
        return;
      }
    }
  }

  private static double seconds(List<Iteration> history) {
    return history.stream().mapToDouble(Iteration::seconds).sum();
  }
}
