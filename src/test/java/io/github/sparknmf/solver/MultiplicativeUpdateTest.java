package io.github.sparknmf.solver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MultiplicativeUpdateTest extends UpdateRuleContract {

  @Override
  UpdateRule rule() {
    return new MultiplicativeUpdate();
  }

  @Test
  void followsTheFormula() {
    double[] w = {2, 3};
    double[] gram = {4, 1, 1, 5};
    double[] product = {22, 34};
    rule().update(w, 0, 1, product, 0, gram, new Workspace(2));
    // W G = (2 4 + 3 1, 2 1 + 3 5) = (11, 17)
    assertThat(w).containsExactly(2 * (22.0 / 11), 3 * (34.0 / 17));
  }
}
