package org.sparknmf.solver.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.NormalEquations;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.PenaltyScale;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.Penalties;
import org.sparknmf.solver.divergence.PenaltyUpdate;
import org.sparknmf.solver.loss.FactorRows;
import org.sparknmf.solver.method.Method;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.testing.Cell;
import org.sparknmf.testing.PlainMatrix;
import org.sparknmf.testing.Solver;
import org.sparknmf.testing.Summaries;

/**
 * What every update rule must hold, for each objective that it serves: descent of loss and penalty
 * together, non-negative finite entries, exact fits stay, rows do not see each other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UpdateRuleContract {
  private static final int ROWS = 31;
  private static final int COLUMNS = 17;
  private static final int RANK = 5;

  /** What the rule is chosen for. */
  abstract List<NmfSettings> settings();

  /** The class under test. */
  abstract Class<? extends UpdateRule> rule();

  /** The components that do not move. */
  HeldSets held() {
    return HeldSets.none();
  }

  /** Squares over known cells, penalised by their count. */
  static Objective counted(double alpha) {
    return Objective.frobenius()
        .withEmptyCells(EmptyCells.MISSING)
        .with(new Penalties(alpha, alpha, 0, PenaltyScale.COUNT, PenaltyUpdate.MAJORIZE));
  }

  static NmfSettings settings(Objective objective, Solver solver) {
    return settings(objective, solver.method());
  }

  static NmfSettings settings(Objective objective, Method method) {
    return NmfSettings.defaults().withRank(RANK).with(objective, method);
  }

  /** The same with one update for each product with X. */
  static NmfSettings once(NmfSettings settings) {
    return settings.with(settings.updates().withInnerUpdates(1));
  }

  private static double[] random(int rows, long seed) {
    return new SplittableRandom(seed).doubles((long) rows * RANK).toArray();
  }

  /** A matrix that the objective can take: without zeros where beta does not allow them. */
  private static MatrixBlock matrix(NmfSettings settings, double density, long seed) {
    MatrixBlock x =
        Cell.random(ROWS, COLUMNS, Solver.betaOf(settings.objective()) <= 0 ? 1 : density, seed);
    return seen(settings, x);
  }

  /** Where cells may be unknown: about half of them are known, each with a weight of its own. */
  private static MatrixBlock seen(NmfSettings settings, MatrixBlock x) {
    if (!settings.objective().isMissing()) {
      return x;
    }
    SplittableRandom random = new SplittableRandom(77);
    return PlainMatrix.of(x)
        .observed((i, j) -> random.nextBoolean() ? random.nextDouble(0.1, 3) : 0);
  }

  /** One half of an alternation on one block: all that a rule is given. */
  private final class Half {
    private final MatrixBlock x;
    private final Rules rules;
    private final Factor ht;
    private final double[] statistics = FactorStatistics.zeros(RANK);

    Half(NmfSettings settings, MatrixBlock x, double[] ht) {
      this.x = x;
      boolean isMissing = settings.objective().isMissing();
      MatrixSummary summary = isMissing ? Summaries.observed(x) : Summaries.of(x);
      this.rules = UpdateRules.of(settings, summary, held());
      this.ht = DoubleFactor.of(ht, RANK);
      FactorStatistics.add(this.ht, 0, this.ht.rows(), statistics);
    }

    private DoubleFactor terms(double[] w) {
      Factor terms = Factor.zeros(Precision.DOUBLE, x.rows(), rules.loss().width(RANK));
      rules.loss().addRowTerms(x, DoubleFactor.of(w, RANK), 0, ht, terms, 0);
      return (DoubleFactor) terms;
    }

    void update(double[] w) {
      update(w, 0, x.rows());
    }

    void update(double[] w, int first, int count) {
      double[] terms = terms(w).entries();
      rules
          .rows()
          .update(new FactorRows(w, first, count, terms, first, statistics), new Workspace(RANK));
    }

    double total(double[] w) {
      DoubleFactor factor = DoubleFactor.of(w, RANK);
      double[] own = FactorStatistics.zeros(RANK);
      FactorStatistics.add(factor, 0, factor.rows(), own);
      double cells = rules.loss().ofBlock(x, factor, 0, ht);
      return rules.loss().complete(cells, own, statistics, RANK) + charged(w, own);
    }

    private double charged(double[] w, double[] own) {
      if (!rules.rowPenalty().isCounted()) {
        return rules.rowPenalty().of(own, RANK);
      }
      double[] terms = terms(w).entries();
      double sum = 0;
      for (int p = 0; p < w.length; p++) {
        int row = p / RANK * NormalEquations.width(RANK);
        sum += NormalEquations.count(terms, row, RANK) * w[p] * w[p];
      }
      return rules.rowPenalty().l2() / 2 * sum;
    }
  }

  @Test
  void theSettingsChooseTheRule() {
    for (NmfSettings settings : settings()) {
      UpdateRule chosen =
          new Half(settings, matrix(settings, 0.3, 1), random(COLUMNS, 1)).rules.rows();
      assertThat(chosen).isInstanceOf(rule());
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void neverRaisesTheObjectiveAndKeepsEntriesFiniteAndNonNegative(NmfSettings settings) {
    for (long seed = 0; seed < 20; seed++) {
      Half half = new Half(settings, matrix(settings, 0.3, seed), random(COLUMNS, seed + 200));
      double[] w = random(ROWS, seed + 100);
      double before = half.total(w);
      for (int iteration = 0; iteration < 10; iteration++) {
        half.update(w);
        double after = half.total(w);
        assertThat(after).isLessThanOrEqualTo(before + 1e-12 * Math.abs(before));
        before = after;
      }
      for (double entry : w) {
        assertThat(entry).isFinite().isNotNegative();
      }
    }
  }

  /** As good as without penalties, by the same rule. */
  private static Objective unpenalised(Objective objective) {
    return objective.isCounted() ? counted(Double.MIN_NORMAL) : objective.withPenalties(0, 0, 0);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void leavesAnExactFitAlone(NmfSettings settings) {
    Objective unpenalised = unpenalised(settings.objective());
    double[] w = random(ROWS, 1);
    double[] ht = random(COLUMNS, 2);
    MatrixBlock x = seen(settings, Cell.product(w, ht, RANK));
    double[] before = w.clone();
    new Half(settings.with(unpenalised), x, ht).update(w);
    assertThat(w).containsExactly(before, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void rowsDoNotSeeEachOther(NmfSettings settings) {
    MatrixBlock x = matrix(settings, 0.5, 9);
    Half half = new Half(settings, x, random(COLUMNS, 3));
    double[] w = random(ROWS, 4);
    double[] all = w.clone();
    half.update(all);
    double[] some = w.clone();
    half.update(some, 7, 3);
    for (int p = 0; p < w.length; p++) {
      boolean named = p / RANK >= 7 && p / RANK < 10;
      assertThat(some[p]).isEqualTo(named ? all[p] : w[p]);
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void anAllZeroOtherFactorGivesFiniteEntries(NmfSettings settings) {
    double[] w = random(ROWS, 5);
    new Half(settings, matrix(settings, 0.4, 3), new double[COLUMNS * RANK]).update(w);
    for (double entry : w) {
      assertThat(entry).isFinite().isNotNegative();
    }
  }
}
