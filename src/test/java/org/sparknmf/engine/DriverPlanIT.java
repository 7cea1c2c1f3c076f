package org.sparknmf.engine;

import org.sparknmf.engine.plan.PlanKind;

class DriverPlanIT extends NmfEngineContract {

  @Override
  PlanKind kind() {
    return PlanKind.DRIVER;
  }
}
