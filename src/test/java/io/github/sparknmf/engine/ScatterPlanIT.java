package io.github.sparknmf.engine;

class ScatterPlanIT extends NmfEngineContract {

  @Override
  PlanKind kind() {
    return PlanKind.SCATTER;
  }
}
