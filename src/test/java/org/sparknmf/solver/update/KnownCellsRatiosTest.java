package org.sparknmf.solver.update;

import java.util.List;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.testing.Solver;

class KnownCellsRatiosTest extends UpdateRuleContract {

  @Override
  List<NmfSettings> settings() {
    return List.of(
        settings(counted(0.1), Solver.MU),
        once(settings(counted(0.1), Solver.MU)),
        settings(counted(100), Solver.MU));
  }

  @Override
  Class<? extends UpdateRule> rule() {
    return KnownCellsRatios.class;
  }
}
