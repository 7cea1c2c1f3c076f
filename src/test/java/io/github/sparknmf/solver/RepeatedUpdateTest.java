package io.github.sparknmf.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RepeatedUpdateTest extends UpdateRuleContract {

  @Override
  UpdateRule rule() {
    return RepeatedUpdate.of(new MultiplicativeUpdate(), 3);
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
    rule().update(repeated, 0, rows, product, 0, gram, new Workspace(2));
    assertThat(repeated).containsExactly(once);
  }

  @Test
  void onceIsTheRuleItself() {
    UpdateRule rule = new MultiplicativeUpdate();
    assertThat(RepeatedUpdate.of(rule, 1)).isSameAs(rule);
  }
}
