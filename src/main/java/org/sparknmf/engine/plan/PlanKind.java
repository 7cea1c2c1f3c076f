package org.sparknmf.engine.plan;

/** Where X and the factors live during the iterations. */
public enum PlanKind {
  /** All in the driver: one machine's cores, no Spark job an iteration. */
  DRIVER,
  /** X and W on the executors, H broadcast; the driver collects each partition's sums. */
  BROADCAST,
  /** The same, but sums come together in a shuffle, and the driver collects them once. */
  SCATTER,
  /** All on the executors: rows of H go to the partitions that touch them. */
  SHUFFLE
}
