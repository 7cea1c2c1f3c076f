package org.sparknmf.solver.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.PenaltyUpdate;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.start.HashNormal;
import org.sparknmf.testing.PlainMatrix;
import org.sparknmf.testing.Solver;

/** Loss and penalties together never rise, over whole iterations (numerics: O1). */
class DescentTest {
  private static final int ITERATIONS = 30;

  /** Strengths of both penalties, and the part of them that goes to sums. */
  private static final double[][] PENALTIES = {
    {0, 0}, {0.05, 1}, {3, 1}, {0.05, 0}, {10, 0}, {0.1, 0.5}, {5, 0.5}
  };

  private static PlainMatrix x(double beta, long seed) {
    return PlainMatrix.random(13, 11, beta > 0 ? 0.6 : 1, seed);
  }

  private static void assertNeverRises(PlainMatrix x, NmfSettings settings) {
    List<Iteration> history = Trial.fit(x, settings).result().history();
    double before = history.get(0).total();
    double slack = 1e-13 * before;
    assertThat(before).isPositive();
    for (Iteration iteration : history) {
      assertThat(iteration.total()).as("%s", settings).isBetween(0.0, before + slack);
      before = iteration.total();
    }
    assertThat(history).hasSize(settings.maxIterations() + 1);
    assertThat(before).isLessThan(history.get(0).total());
  }

  private static void assertNeverRises(double beta, Solver solver) {
    for (double[] penalty : PENALTIES) {
      Objective objective =
          Objective.ofBeta(beta).withPenalties(penalty[0], penalty[0], penalty[1]);
      NmfSettings settings = Trial.settings(objective, solver, 4, ITERATIONS);
      for (long seed = 1; seed <= 5; seed++) {
        assertNeverRises(x(beta, seed), Trial.seeded(settings, seed));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1.2, -0.5, 0, 0.2, 0.5, 1, 1.3, 1.5, 1.8, 2, 2.5, 3, 4})
  void underMultiplicativeUpdates(double beta) {
    assertNeverRises(beta, Solver.MU);
  }

  @ParameterizedTest
  @EnumSource(
      value = Solver.class,
      names = {"HALS", "BPP"})
  void underTheOtherSolvers(Solver solver) {
    assertNeverRises(2, solver);
  }

  /** One factor's penalty only. */
  @ParameterizedTest
  @CsvSource({"0.2, MU", "1, MU", "1.3, MU", "2, MU", "2.5, MU", "2, HALS", "2, BPP"})
  void withAPenaltyOnOneSide(double beta, Solver solver) {
    for (double l1Ratio : new double[] {0, 0.5, 1}) {
      for (double alpha : new double[] {0.1, 2}) {
        Objective ofW = Objective.ofBeta(beta).withPenalties(alpha, 0, l1Ratio);
        NmfSettings settings = Trial.settings(ofW, solver, 4, ITERATIONS);
        assertNeverRises(x(beta, 6), settings);
        assertNeverRises(x(beta, 6), settings.with(ofW.turned(), solver.method()));
      }
    }
  }

  /**
   * scikit-learn's test_nmf_decreasing: |N(0,1)| cells, alpha 0.1, l1_ratio 0.5, strict descent.
   */
  @ParameterizedTest
  @ValueSource(doubles = {-1.2, 0, 0.2, 1, 2, 2.5})
  void strictlyAsScikitLearnTests(double beta) {
    HashNormal normal = new HashNormal(42, HashNormal.Purpose.START_W);
    PlainMatrix x = PlainMatrix.of(20, 15, (i, j) -> Math.abs(normal.at(i, j)) + 1e-6);
    for (PenaltyUpdate update : PenaltyUpdate.values()) {
      Objective objective =
          Objective.ofBeta(beta).withPenalties(0.1, 0.1, 0.5).withPenaltyUpdate(update);
      List<Iteration> history =
          Trial.fit(x, Trial.settings(objective, Solver.MU, 10, ITERATIONS)).result().history();
      for (int t = 1; t <= ITERATIONS; t++) {
        assertThat(history.get(t).total()).isLessThan(history.get(t - 1).total());
      }
    }
  }
}
