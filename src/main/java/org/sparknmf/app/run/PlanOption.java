package org.sparknmf.app.run;

import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.SolverOptions;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.plan.EnginePlanner;
import org.sparknmf.engine.plan.Plan;
import org.sparknmf.engine.plan.PlanKind;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.ValueRule;

/** The setting that chooses an engine. */
public final class PlanOption {
  private PlanOption() {}

  /** The plan asked for, or the planner's. */
  public static Plan plan(ResolvedSettings settings, DistributedMatrix x, Resources resources) {
    return EnginePlanner.of(SolverOptions.of(settings), x, resources)
        .plan(settings.get(Catalogue.PLAN));
  }

  /** The plan's name, as users write it. */
  public static String word(Plan plan) {
    return word(plan.kind());
  }

  /** A plan's name, as users write it. */
  public static String word(PlanKind kind) {
    return ValueRule.wordOf(kind);
  }

  /** Name and reason. */
  public static String describe(Plan plan) {
    return word(plan) + ": " + plan.reason();
  }
}
