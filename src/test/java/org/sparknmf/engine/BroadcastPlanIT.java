package org.sparknmf.engine;

import org.sparknmf.engine.plan.PlanKind;

class BroadcastPlanIT extends NmfEngineContract {

  @Override
  PlanKind kind() {
    return PlanKind.BROADCAST;
  }
}
