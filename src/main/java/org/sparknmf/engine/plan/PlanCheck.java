package org.sparknmf.engine.plan;

import java.util.Optional;

/**
 * A plan held against the machines there are.
 *
 * @param kind the plan
 * @param demand what it asks of them
 * @param driverMost bytes of the driver's heap that it may take
 * @param executorMost the same of each executor; 0 in local mode, where tasks share the driver's
 * @param shortfall what the machines lack, with the remedy; empty where the plan fits
 */
public record PlanCheck(
    PlanKind kind,
    Demand demand,
    double driverMost,
    double executorMost,
    Optional<String> shortfall) {

  /** Whether the machines have what it takes. */
  public boolean fits() {
    return shortfall.isEmpty();
  }

  /** Bytes live at once in the driver's heap, those of the tasks included where they share it. */
  public double driverPeak() {
    return executorMost > 0 ? demand.driver() : demand.driver() + demand.executor();
  }

  /** Bytes live at once in each executor's heap; 0 where tasks share the driver's. */
  public double executorPeak() {
    return executorMost > 0 ? demand.executor() : 0;
  }
}
