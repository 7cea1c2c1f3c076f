package org.sparknmf.app.bench;

import org.sparknmf.app.run.PlanOption;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.SolverOptions;
import org.sparknmf.engine.EngineSettings;
import org.sparknmf.engine.Engines;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.plan.Plan;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.fit.Attempts;
import org.sparknmf.fit.Beginning;
import org.sparknmf.fit.BestAttempt;
import org.sparknmf.fit.Factorization;
import org.sparknmf.fit.FitTask;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.solver.method.NmfSettings;

/**
 * A fit with one start that is to be measured.
 *
 * @param plan how it runs
 * @param resources what there is to run on
 */
record BenchFit(Plan plan, Resources resources, Engines engines, FitTask task) {

  /**
   * A fit that has not begun.
   *
   * @param nmf what it does
   * @param settings where it runs, how it starts
   * @param checkpoints URI of a directory
   */
  static BenchFit of(
      NmfSettings nmf,
      ResolvedSettings settings,
      DistributedMatrix x,
      String checkpoints,
      SparkScope scope) {
    Resources resources = Resources.of(scope.context());
    Plan plan = PlanOption.plan(settings, x, resources);
    EngineSettings engine =
        new EngineSettings(
            checkpoints, settings.get(Catalogue.CHECKPOINT_INTERVAL), nmf.maxIterations());
    Beginning start = Beginning.of(SolverOptions.start(settings, x.summary()));
    return new BenchFit(
        plan,
        resources,
        new Engines(plan.kind(), x, engine, scope),
        new FitTask(nmf, start, Attempts.ONE));
  }

  /** Runs it. */
  Factorization run() {
    return BestAttempt.find(engines, task, iteration -> {});
  }
}
