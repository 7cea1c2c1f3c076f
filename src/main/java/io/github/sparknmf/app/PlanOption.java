package io.github.sparknmf.app;

import io.github.sparknmf.engine.DistributedMatrix;
import io.github.sparknmf.engine.EnginePlanner;
import io.github.sparknmf.engine.Plan;
import io.github.sparknmf.engine.PlanKind;
import io.github.sparknmf.engine.Resources;
import java.util.Locale;
import java.util.Optional;

/** The setting that chooses an engine. */
final class PlanOption {
  private PlanOption() {}

  /** The plan asked for, or the planner's. */
  static Plan plan(ResolvedSettings settings, DistributedMatrix x, Resources resources) {
    Optional<PlanKind> kind = PlanKind.asked(settings.get(Settings.PLAN));
    return EnginePlanner.of(SolverOptions.of(settings), x, resources).plan(kind);
  }

  /** The plan's name, as users write it. */
  static String word(Plan plan) {
    return word(plan.kind());
  }

  /** A plan's name, as users write it. */
  static String word(PlanKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Name and reason. */
  static String describe(Plan plan) {
    return word(plan) + ": " + plan.reason();
  }
}
