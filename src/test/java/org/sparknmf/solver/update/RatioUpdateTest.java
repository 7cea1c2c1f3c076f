package org.sparknmf.solver.update;

import java.util.ArrayList;
import java.util.List;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.testing.Solver;

/** Penalised objectives never rise, whatever beta and weights (numerics: O1). */
class RatioUpdateTest extends UpdateRuleContract {

  @Override
  List<NmfSettings> settings() {
    List<NmfSettings> all = new ArrayList<>();
    for (double beta : new double[] {-1.2, -0.5, 0, 0.2, 0.5, 1, 1.3, 1.5, 2.5, 3}) {
      for (double[] penalty : new double[][] {{0, 0}, {0.3, 1}, {0.3, 0}, {100, 0}, {10, 0.5}}) {
        Objective objective =
            Objective.ofBeta(beta).withPenalties(penalty[0], penalty[0], penalty[1]);
        all.add(settings(objective, Solver.MU));
        if (beta == 1.0) {
          all.add(settings(objective.withEmptyCells(EmptyCells.MISSING), Solver.MU));
        }
      }
    }
    for (double l1Ratio : new double[] {0, 0.5, 1}) {
      Objective squares = Objective.frobenius().withEmptyCells(EmptyCells.MISSING);
      all.add(settings(squares, Solver.MU));
      all.add(settings(squares.withPenalties(10, 10, l1Ratio), Solver.MU));
    }
    return all;
  }

  @Override
  Class<? extends UpdateRule> rule() {
    return RatioUpdate.class;
  }
}
