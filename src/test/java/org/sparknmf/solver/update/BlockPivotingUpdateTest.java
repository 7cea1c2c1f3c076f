package org.sparknmf.solver.update;

import java.util.List;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.testing.Solver;

class BlockPivotingUpdateTest extends UpdateRuleContract {

  @Override
  List<NmfSettings> settings() {
    Objective frobenius = Objective.frobenius();
    return List.of(
        settings(frobenius, Solver.BPP),
        settings(frobenius.withPenalties(0.1, 0.1, 0.5), Solver.BPP),
        settings(frobenius.withPenalties(100, 0, 0), Solver.BPP),
        settings(frobenius.withPenalties(10, 0, 1), Solver.BPP));
  }

  @Override
  Class<? extends UpdateRule> rule() {
    return BlockPivotingUpdate.class;
  }
}
