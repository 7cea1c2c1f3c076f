package io.github.sparknmf.engine;

class BroadcastPlanIT extends NmfEngineContract {

  @Override
  PlanKind kind() {
    return PlanKind.BROADCAST;
  }
}
