package org.sparknmf.solver.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.loss.FactorRows;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.MiniBatch;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.Updates;
import org.sparknmf.testing.Solver;

class RepeatedUpdateTest extends UpdateRuleContract {

  @Override
  List<NmfSettings> settings() {
    return List.of(
        settings(Objective.frobenius(), Solver.MU).with(new Updates(Methods.MU, 3, MiniBatch.OFF)),
        settings(Objective.frobenius().withPenalties(1, 1, 0.5), Solver.MU)
            .with(new Updates(Methods.MU, 2, MiniBatch.OFF)));
  }

  @Override
  Class<? extends UpdateRule> rule() {
    return RepeatedUpdate.class;
  }

  @Test
  void isTheRuleSeveralTimesInARow() {
    int rows = 131;
    double[] once = new SplittableRandom(1).doubles(rows * 2L).toArray();
    double[] repeated = once.clone();
    double[] product = new SplittableRandom(2).doubles(rows * 2L).toArray();
    double[] gram = {4, 1, 1, 5};
    UpdateRule rule = new MultiplicativeUpdate();
    for (int time = 0; time < 3; time++) {
      rule.update(new FactorRows(once, 0, rows, product, 0, gram), new Workspace(2));
    }
    RepeatedUpdate.of(rule, 3)
        .update(new FactorRows(repeated, 0, rows, product, 0, gram), new Workspace(2));
    assertThat(repeated).containsExactly(once);
  }

  @Test
  void onceIsTheRuleItself() {
    UpdateRule rule = new MultiplicativeUpdate();
    assertThat(RepeatedUpdate.of(rule, 1)).isSameAs(rule);
  }
}
