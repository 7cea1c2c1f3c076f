package io.github.sparknmf.app.fit;

import io.github.sparknmf.app.settings.ResolvedSettings;
import io.github.sparknmf.app.settings.Settings;
import io.github.sparknmf.app.settings.SolverOptions;
import io.github.sparknmf.engine.DistributedMatrix;
import io.github.sparknmf.engine.EnginePlanner;
import io.github.sparknmf.engine.Plan;
import io.github.sparknmf.engine.PlanKind;
import io.github.sparknmf.engine.Resources;
import java.util.Locale;
import java.util.Optional;

/** The setting that chooses an engine. */
public final class PlanOption {
  private PlanOption() {}

  /** The plan asked for, or the planner's. */
  public static Plan plan(ResolvedSettings settings, DistributedMatrix x, Resources resources) {
    Optional<PlanKind> kind = PlanKind.asked(settings.get(Settings.PLAN));
    return EnginePlanner.of(SolverOptions.of(settings), x, resources).plan(kind);
  }

  /** The plan's name, as users write it. */
  public static String word(Plan plan) {
    return word(plan.kind());
  }

  /** A plan's name, as users write it. */
  public static String word(PlanKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Name and reason. */
  public static String describe(Plan plan) {
    return word(plan) + ": " + plan.reason();
  }
}
