package org.sparknmf.engine;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sparknmf.engine.plan.PlanKind;

class ScatterPlanIT extends NmfEngineContract {

  @Override
  PlanKind kind() {
    return PlanKind.SCATTER;
  }

  /** The bits are those of plan broadcast, which each thorough build holds to them. */
  @Override
  @Tag("onRequest")
  @Test
  void meetsScikitLearnsTrajectories() {
    super.meetsScikitLearnsTrajectories();
  }
}
