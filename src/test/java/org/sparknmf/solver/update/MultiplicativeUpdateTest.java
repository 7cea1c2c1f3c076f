package org.sparknmf.solver.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.loss.FactorRows;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.testing.Solver;

class MultiplicativeUpdateTest extends UpdateRuleContract {

  @Override
  List<NmfSettings> settings() {
    Objective frobenius = Objective.frobenius();
    return List.of(
        once(settings(frobenius, Solver.MU)),
        once(settings(frobenius.withPenalties(0.1, 0.1, 0.5), Solver.MU)),
        once(settings(frobenius.withPenalties(100, 0, 0), Solver.MU)),
        once(settings(frobenius.withPenalties(10, 0, 1), Solver.MU)));
  }

  @Override
  Class<? extends UpdateRule> rule() {
    return MultiplicativeUpdate.class;
  }

  @Test
  void followsTheFormula() {
    double[] w = {2, 3};
    double[] gram = {4, 1, 1, 5};
    double[] product = {22, 34};
    new MultiplicativeUpdate().update(new FactorRows(w, 0, 1, product, 0, gram), new Workspace(2));
    // W G = (2 4 + 3 1, 2 1 + 3 5) = (11, 17)
    assertThat(w).containsExactly(2 * (22.0 / 11), 3 * (34.0 / 17));
  }

  @Test
  void aZeroRowOfXGivesAZeroRow() {
    double[] w = {2, 3};
    double[] gram = {4, 1, 1, 5};
    new MultiplicativeUpdate()
        .update(new FactorRows(w, 0, 1, new double[2], 0, gram), new Workspace(2));
    assertThat(w).containsOnly(0);
  }
}
