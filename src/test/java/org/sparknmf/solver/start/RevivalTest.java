package org.sparknmf.solver.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.loop.AlternatingLoop;
import org.sparknmf.solver.loop.FitResult;
import org.sparknmf.solver.loop.HeldAlternation;
import org.sparknmf.solver.loop.Iteration;
import org.sparknmf.solver.loop.LocalRowSide;
import org.sparknmf.solver.loop.LoopKeeper;
import org.sparknmf.solver.loop.RowSide;
import org.sparknmf.solver.loop.StoppingRule;
import org.sparknmf.solver.loop.UpdateOrder;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.solver.update.HeldSets;
import org.sparknmf.solver.update.Rules;
import org.sparknmf.testing.Cell;
import org.sparknmf.testing.Summaries;

class RevivalTest {
  private static final int RANK = 3;
  private static final MatrixBlock X =
      Cell.product(positive(20 * RANK, 1), positive(15 * RANK, 2), RANK);

  private static double[] positive(int length, long seed) {
    return new SplittableRandom(seed).doubles(length).toArray();
  }

  /** Numbers whose component 1 is dead. */
  private static DoubleFactor withDeadComponent(int rows, long seed) {
    double[] entries = positive(rows * RANK, seed);
    for (int i = 0; i < rows; i++) {
      entries[i * RANK + 1] = 0;
    }
    return DoubleFactor.of(entries, RANK);
  }

  private static FitResult fit(int iterations, Optional<Revival> revival) {
    NmfSettings settings = new NmfSettings(RANK, iterations, 0, 7);
    MatrixSummary summary = Summaries.of(X);
    Rules rules = UpdateRules.of(settings, summary);
    DoubleFactor w = withDeadComponent(20, 3);
    DoubleFactor ht = DoubleFactor.of(positive(15 * RANK, 4), RANK);
    RowSide rows = new LocalRowSide(X, w, rules);
    HeldAlternation factors = HeldAlternation.of(rows, ht, rules, UpdateOrder.ROWS_FIRST, summary);
    FitResult result =
        new AlternatingLoop(settings, iteration -> {}, revival, LoopKeeper.NONE)
            .run(factors, rules.loss());
    assertThat(factors.deadComponents().cardinality()).isEqualTo(revival.isPresent() ? 0 : 1);
    return result;
  }

  @Test
  void aDeadComponentStaysDeadUnlessRevived() {
    Revival revival = Revival.of(new RandomStart(7, Summaries.of(X).mean(), RANK), HeldSets.none());
    double without = fit(300, Optional.empty()).relativeError();
    double with = fit(300, Optional.of(revival)).relativeError();
    assertThat(with).isLessThan(without / 3);
  }

  @Test
  void heldComponentsStayAsTheyAre() {
    RandomStart start = new RandomStart(7, 1, RANK);
    BitSet dead = BitSet.valueOf(new long[] {0b011});
    Revival revival = Revival.of(start, HeldSets.first(1, 0));
    DoubleFactor factor = withDeadComponent(4, 5);
    double[] w = revival.ofRows(dead).of(factor, 0).toArray();
    double[] ht = revival.ofColumns(dead).of(factor, 0).toArray();
    assertThat(w[0]).isEqualTo(factor.get(0, 0)).isNotEqualTo(ht[0]);
    assertThat(w[1]).isPositive();
    assertThat(w[2]).isEqualTo(factor.get(0, 2));
  }

  /** The error rises when a component comes back; that is no reason to stop. */
  @Test
  void revivingIsNotConverging() {
    StoppingRule rule = new StoppingRule(new NmfSettings(RANK, 100, 0.01, 1));
    assertThat(rule.after(iteration(0, 1))).isEmpty();
    assertThat(rule.after(iteration(10, 0.5))).isEmpty();
    rule.restart();
    assertThat(rule.after(iteration(20, 0.9))).isEmpty();
    assertThat(rule.after(iteration(30, 0.899))).isPresent();
  }

  private static Iteration iteration(int number, double error) {
    return new Iteration(number, error * error / 2, 0, error, Double.NaN, true, 0.1, 0);
  }
}
