package org.sparknmf.solver.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.loss.FactorRows;
import org.sparknmf.solver.method.MiniBatch;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.Updates;
import org.sparknmf.testing.ImputedDescent;

class ImputedUpdateTest extends UpdateRuleContract {

  @Override
  List<NmfSettings> settings() {
    Objective missing = Objective.frobenius().withEmptyCells(EmptyCells.MISSING);
    return List.of(
        settings(missing),
        settings(missing).with(new Updates(new ImputedDescent(), 1, MiniBatch.OFF)),
        settings(missing.withPenalties(0.1, 0.1, 0.5)),
        settings(missing.withPenalties(100, 0, 0)),
        settings(missing.withPenalties(10, 0, 1)));
  }

  private static NmfSettings settings(Objective objective) {
    return settings(objective, new ImputedDescent());
  }

  @Override
  Class<? extends UpdateRule> rule() {
    return ImputedUpdate.class;
  }

  /**
   * f = (1, 2), G = (4 1; 1 3), R = (2, -1), l1 = 0.8 and l2 = 0.4 in parts of the largest weight
   * 2: P = R + f G = (8, 6), the gradient of f_1 is 0.4 + 4 + 2 + 0.2 - 8 = -1.4, so that f_1 = 1 +
   * 1.4 / 4.2 = 4/3; then that of f_2 is 0.4 + 4/3 + 6 + 0.4 - 6 = 32/15, f_2 = 2 - 32/15 / 3.2 =
   * 4/3. Twice |-1.4| + |32/15| were met.
   */
  @Test
  void followsTheFormula() {
    double[] f = {1, 2};
    double met =
        new ImputedUpdate(new Penalty(0.8, 0.4), 2, 1, new BitSet())
            .update(
                FactorRows.all(f, 1, new double[] {2, -1}, new double[] {4, 1, 1, 3, 0, 0, 0}),
                new Workspace(2));
    assertThat(f).containsExactly(new double[] {4.0 / 3, 4.0 / 3}, within(1e-14));
    assertThat(met).isCloseTo(2 * (1.4 + 32.0 / 15), within(1e-13));
  }
}
