package io.github.sparknmf.engine;

class DriverPlanIT extends NmfEngineContract {

  @Override
  PlanKind kind() {
    return PlanKind.DRIVER;
  }
}
