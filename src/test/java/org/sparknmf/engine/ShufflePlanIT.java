package org.sparknmf.engine;

import org.sparknmf.engine.plan.PlanKind;

class ShufflePlanIT extends NmfEngineContract {

  @Override
  PlanKind kind() {
    return PlanKind.SHUFFLE;
  }
}
