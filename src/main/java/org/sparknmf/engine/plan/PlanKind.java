package org.sparknmf.engine.plan;

import java.util.Locale;
import java.util.Optional;

/** Where X and the factors live during the iterations. */
public enum PlanKind {
  /** All in the driver: one machine's cores, no Spark job an iteration. */
  DRIVER,
  /** X and W on the executors, H broadcast; the driver collects each partition's sums. */
  BROADCAST,
  /** The same, but sums come together in a shuffle, and the driver collects them once. */
  SCATTER,
  /** All on the executors: rows of H go to the partitions that touch them. */
  SHUFFLE;

  private static final String AUTO = "auto";

  /** The plan that users ask for; empty where they leave it to the planner. */
  public static Optional<PlanKind> asked(String word) {
    return word.equals(AUTO)
        ? Optional.empty()
        : Optional.of(valueOf(word.toUpperCase(Locale.ROOT)));
  }
}
