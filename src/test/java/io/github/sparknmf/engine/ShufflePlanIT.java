package io.github.sparknmf.engine;

class ShufflePlanIT extends NmfEngineContract {

  @Override
  PlanKind kind() {
    return PlanKind.SHUFFLE;
  }
}
