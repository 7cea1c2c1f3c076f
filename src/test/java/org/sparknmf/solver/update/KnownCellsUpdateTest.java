package org.sparknmf.solver.update;

import java.util.List;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.MiniBatch;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.Updates;
import org.sparknmf.testing.Solver;

class KnownCellsUpdateTest extends UpdateRuleContract {

  @Override
  List<NmfSettings> settings() {
    Objective missing = Objective.frobenius().withEmptyCells(EmptyCells.MISSING);
    return List.of(
        settings(missing, Solver.HALS),
        settings(missing, Solver.HALS).with(new Updates(Methods.HALS, 1, MiniBatch.OFF)),
        settings(missing.withPenalties(0.1, 0.1, 0.5), Solver.HALS),
        settings(missing.withPenalties(100, 0, 0), Solver.HALS),
        settings(missing.withPenalties(10, 0, 1), Solver.HALS),
        settings(counted(0.1), Solver.HALS));
  }

  @Override
  Class<? extends UpdateRule> rule() {
    return KnownCellsUpdate.class;
  }
}
