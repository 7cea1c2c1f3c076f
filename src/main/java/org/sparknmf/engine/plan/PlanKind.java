package org.sparknmf.engine.plan;

/** The places of X and the factors during the iterations. */
public enum PlanKind {
  /** X and the factors in the driver: one machine's cores, no Spark job an iteration. */
  DRIVER,
  /** X and W on the executors, H broadcast; the driver collects each partition's sums. */
  BROADCAST,
  /**
   * X and W on the executors, H broadcast; sums come together in a shuffle, and the driver collects
   * them once.
   */
  SCATTER,
  /** X and both factors on the executors: rows of H go to the partitions that touch them. */
  SHUFFLE
}
