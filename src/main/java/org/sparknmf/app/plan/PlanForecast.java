package org.sparknmf.app.plan;

import java.util.List;
import java.util.Optional;
import org.sparknmf.engine.plan.Plan;
import org.sparknmf.engine.plan.PlanCheck;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.frame.MatrixShape;

/**
 * What is known of a fit before it runs.
 *
 * @param source what X is read from, in words
 * @param shape of X
 * @param resources of the machines
 * @param checks each plan held against them
 * @param chosen the plan that {@code fit} would take; empty if it would refuse
 */
record PlanForecast(
    String source,
    MatrixShape shape,
    Resources resources,
    List<PlanCheck> checks,
    Optional<Plan> chosen) {

  /** Tasks run in the driver's JVM. */
  boolean isLocal() {
    return resources.executors() == 0;
  }
}
