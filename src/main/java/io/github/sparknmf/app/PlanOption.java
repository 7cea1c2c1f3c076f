package io.github.sparknmf.app;

import io.github.sparknmf.engine.DistributedMatrix;
import io.github.sparknmf.engine.EnginePlanner;
import io.github.sparknmf.engine.Plan;
import io.github.sparknmf.engine.PlanKind;
import io.github.sparknmf.engine.Resources;
import io.github.sparknmf.solver.Loss;
import io.github.sparknmf.solver.UpdateRules;
import java.util.Locale;
import java.util.Optional;

/** The setting that chooses an engine. */
final class PlanOption {
  private static final String AUTO = "auto";

  private PlanOption() {}

  /** The plan asked for, or the planner's. */
  static Plan plan(ResolvedSettings settings, DistributedMatrix x, Resources resources) {
    String wanted = settings.get(Settings.PLAN);
    Optional<PlanKind> kind =
        wanted.equals(AUTO)
            ? Optional.empty()
            : Optional.of(PlanKind.valueOf(wanted.toUpperCase(Locale.ROOT)));
    Loss loss = UpdateRules.of(SolverOptions.of(settings), x.summary()).loss();
    return new EnginePlanner(x.summary(), x.grid(), resources, loss).plan(kind);
  }

  /** The plan's name, as users write it. */
  static String word(Plan plan) {
    return plan.kind().name().toLowerCase(Locale.ROOT);
  }

  /** Name and reason. */
  static String describe(Plan plan) {
    return word(plan) + ": " + plan.reason();
  }
}
