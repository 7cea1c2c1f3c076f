package io.github.sparknmf.engine;

/** Where the rows of X and W live during the iterations. */
public enum PlanKind {
  /** In the driver: one machine's cores, no Spark job an iteration. */
  DRIVER,
  /** On the executors: one Spark job an iteration, H broadcast, sums collected. */
  BROADCAST
}
