package org.sparknmf.engine.plan;

/**
 * What a plan asks of the machines, in bytes.
 *
 * @param driver live at once in the driver's heap
 * @param executor live at once in each executor's heap, what Spark can put on disk left out
 * @param broadcast sent to each executor in an iteration
 * @param shuffled sent between tasks in an iteration
 * @param collected sent to the driver in an iteration
 * @param kept on all executors together, in memory or on disk
 */
public record Demand(
    double driver,
    double executor,
    double broadcast,
    double shuffled,
    double collected,
    double kept) {

  /** Bytes that an iteration moves with so many executors. */
  public double moved(int executors) {
    return broadcast * Math.max(1, executors) + shuffled + collected;
  }
}
