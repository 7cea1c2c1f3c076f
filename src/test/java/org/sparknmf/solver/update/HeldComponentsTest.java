package org.sparknmf.solver.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.loop.LocalNmf;
import org.sparknmf.solver.loss.FactorRows;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.MiniBatch;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.solver.method.Updates;
import org.sparknmf.testing.Cell;
import org.sparknmf.testing.Solver;
import org.sparknmf.testing.Summaries;

/** Descent with some components held is that of the contract, for every multiplicative rule. */
class HeldComponentsTest extends UpdateRuleContract {
  private static final int RANK = 5;
  private static final int[] HELD = {0, 3};

  @Override
  List<NmfSettings> settings() {
    List<NmfSettings> all = new ArrayList<>();
    for (double beta : new double[] {-0.5, 0, 0.5, 1, 1.5, 2, 3}) {
      for (double[] penalty : new double[][] {{0, 0}, {0.3, 0.5}, {10, 1}}) {
        Objective objective =
            Objective.ofBeta(beta).withPenalties(penalty[0], penalty[0], penalty[1]);
        all.add(once(settings(objective, Solver.MU)));
      }
    }
    return all;
  }

  @Override
  Class<? extends UpdateRule> rule() {
    return HeldComponents.class;
  }

  @Override
  HeldSets held() {
    return new HeldSets(bits(), new BitSet());
  }

  private static BitSet bits() {
    BitSet bits = new BitSet();
    for (int component : HELD) {
      bits.set(component);
    }
    return bits;
  }

  private static Objective missing(double beta) {
    return Objective.ofBeta(beta).withEmptyCells(EmptyCells.MISSING).withPenalties(0.1, 0.1, 0.5);
  }

  /** Every rule that can hold components, the wrapped ones and those that know how. */
  @Test
  void heldEntriesKeepTheirBitsAndTheOthersMove() {
    List<NmfSettings> all = new ArrayList<>(settings());
    all.add(
        settings(Objective.frobenius(), Solver.MU).with(new Updates(Methods.MU, 3, MiniBatch.OFF)));
    all.add(settings(Objective.frobenius().withPenalties(0.1, 0.1, 0.5), Solver.HALS));
    all.add(settings(missing(2.0), Solver.MU));
    all.add(settings(missing(1.0), Solver.MU));
    all.add(settings(missing(2.0), Solver.HALS));
    for (NmfSettings settings : all) {
      MatrixBlock x = Cell.random(83, 17, 1, 7);
      double[] w0 = new SplittableRandom(1).doubles(83L * RANK).toArray();
      double[] ht0 = new SplittableRandom(2).doubles(17L * RANK).toArray();
      LocalNmf local = new LocalNmf(settings.withStop(4, 0), held());
      LocalNmf.Factors fit = local.fit(x, Summaries.of(x), w0.clone(), ht0.clone());
      for (int p = 0; p < w0.length; p++) {
        boolean held = bits().get(p % RANK);
        assertThat(fit.w()[p] == w0[p]).as("%s: entry %d", settings, p).isEqualTo(held);
      }
      assertThat(fit.ht()).doesNotContain(ht0);
    }
  }

  /** The others move as if nothing were held: one step of theirs does not see where those go. */
  @Test
  void theOthersTakeTheStepOfTheInnerRule() {
    int rows = 131;
    double[] free = new SplittableRandom(1).doubles(rows * 2L).toArray();
    double[] before = free.clone();
    double[] some = free.clone();
    double[] product = new SplittableRandom(2).doubles(rows * 2L).toArray();
    double[] gram = {4, 1, 1, 5};
    UpdateRule rule = new MultiplicativeUpdate();
    BitSet second = new BitSet();
    second.set(1);
    rule.update(new FactorRows(free, 0, rows, product, 0, gram), new Workspace(2));
    HeldComponents.of(rule, second)
        .update(new FactorRows(some, 0, rows, product, 0, gram), new Workspace(2));
    for (int p = 0; p < some.length; p++) {
      assertThat(some[p]).isEqualTo(p % 2 == 0 ? free[p] : before[p]);
    }
  }

  @Test
  void holdingNothingIsTheRuleItself() {
    UpdateRule rule = new MultiplicativeUpdate();
    assertThat(HeldComponents.of(rule, new BitSet())).isSameAs(rule);
  }

  @Test
  void blockPivotingCannotHold() {
    NmfSettings bpp = settings(Objective.frobenius(), Solver.BPP);
    MatrixSummary x = Summaries.of(Cell.random(5, 5, 1, 1));
    assertThatThrownBy(() -> UpdateRules.of(bpp, x, held()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageEndingWith(
            "say --solver mu or hals, or leave --fix-w, --fix-h and --consensus out");
  }

  @Test
  void turningExchangesTheFactors() {
    HeldSets sets = HeldSets.first(2, 3);
    assertThat(sets.turned()).isEqualTo(HeldSets.first(3, 2));
    assertThat(sets.isNone()).isFalse();
    assertThat(HeldSets.none().isNone()).isTrue();
  }
}
