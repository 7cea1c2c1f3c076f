package org.sparknmf.solver.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sparknmf.solver.NmfSettings;
import org.sparknmf.solver.Objective;
import org.sparknmf.solver.Solver;

class RepeatedUpdateTest extends UpdateRuleContract {

  @Override
  List<NmfSettings> settings() {
    return List.of(
        settings(Objective.frobenius(), Solver.MU).withInnerUpdates(3),
        settings(Objective.frobenius().withPenalties(1, 1, 0.5), Solver.MU).withInnerUpdates(2));
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
      rule.update(once, 0, rows, product, 0, gram, new Workspace(2));
    }
    RepeatedUpdate.of(rule, 3).update(repeated, 0, rows, product, 0, gram, new Workspace(2));
    assertThat(repeated).containsExactly(once);
  }

  @Test
  void onceIsTheRuleItself() {
    UpdateRule rule = new MultiplicativeUpdate();
    assertThat(RepeatedUpdate.of(rule, 1)).isSameAs(rule);
  }
}
