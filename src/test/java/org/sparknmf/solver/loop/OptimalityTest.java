package org.sparknmf.solver.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.PenaltyUpdate;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.testing.CellwiseBeta;
import org.sparknmf.testing.PlainMatrix;
import org.sparknmf.testing.Solver;

/** Where fits end (numerics: O2, O4, O5, O7, O10). */
class OptimalityTest {
  private static final int ROWS = 12;
  private static final int COLUMNS = 9;
  private static final int RANK = 3;

  private static PlainMatrix x(double beta) {
    return PlainMatrix.random(ROWS, COLUMNS, beta > 0 ? 0.6 : 1, 3);
  }

  /** max |min(f, g)| for the gradient g of loss and penalty. */
  private static double residual(double[] factor, double[] gradient, Penalty penalty) {
    double largest = 0;
    for (int p = 0; p < factor.length; p++) {
      double g = gradient[p] + penalty.l1() + penalty.l2() * factor[p];
      largest = Math.max(largest, Math.abs(Math.min(factor[p], g)));
    }
    return largest;
  }

  private static double residual(PlainMatrix x, Objective objective, double[] w, double[] ht) {
    CellwiseBeta divergence = new CellwiseBeta(Solver.betaOf(objective));
    double ofW = residual(w, divergence.gradient(x, w, ht, RANK), objective.ofW(x.columns()));
    double ofH =
        residual(ht, divergence.gradient(x.transposed(), ht, w, RANK), objective.ofH(x.rows()));
    return Math.max(ofW, ofH);
  }

  /**
   * O2 for multiplicative updates, the gradient by its formula. They close in on zeros without end,
   * so X is near a product of factors that have none.
   */
  @ParameterizedTest
  @CsvSource({
    "-0.5, 0",
    "0, 0",
    "0.5, 0",
    "1, 0",
    "1.5, 0",
    "2, 0",
    "3, 0",
    "0, 0.01",
    "0.5, 0.01",
    "1, 0.01",
    "1.5, 0.01",
    "2, 0.01",
    "2.5, 0.01"
  })
  void multiplicativeUpdatesEndWhereTheGradientIsZero(double beta, double alpha) {
    SplittableRandom random = new SplittableRandom(3);
    double[] w = new double[ROWS * RANK];
    double[] ht = new double[COLUMNS * RANK];
    Arrays.setAll(w, p -> p / RANK % RANK == p % RANK ? 2 : random.nextDouble(0.3, 0.6));
    Arrays.setAll(ht, p -> p / RANK % RANK == p % RANK ? 2 : random.nextDouble(0.3, 0.6));
    PlainMatrix x = PlainMatrix.product(w, ht, RANK).map(v -> v * random.nextDouble(0.98, 1.02));
    Objective objective = Objective.ofBeta(beta).withPenalties(alpha, alpha, 0);
    assertMinimum(x, Trial.settings(objective, Solver.MU, RANK, beta > 2 ? 12_000 : 3000), 1e-5);
  }

  /**
   * O2 for the others, zeros and all. The gradient vanishes to the square root of what the
   * objective can tell where iterations must lower that.
   */
  @ParameterizedTest
  @CsvSource({"HALS, 0", "HALS, 0.05", "BPP, 0", "BPP, 0.05"})
  void theOtherSolversEndInAMinimum(Solver solver, double alpha) {
    Objective objective = Objective.frobenius().withPenalties(alpha, alpha, 0.5);
    NmfSettings settings = Trial.settings(objective, solver, RANK, 3000);
    double smallest = settings.hasMomentum() ? 1e-6 : 1e-8;
    assertEndsInZeros(x(2), settings, smallest);
    assertEndsInZeros(x(2), Trial.withoutMomentum(settings), 1e-8);
  }

  private static void assertEndsInZeros(PlainMatrix x, NmfSettings settings, double smallest) {
    LocalNmf.Factors factors = assertMinimum(x, settings, smallest);
    assertThat(factors.result().kktResidual()).isLessThan(smallest);
    assertThat(factors.w()).contains(0);
  }

  private static LocalNmf.Factors assertMinimum(
      PlainMatrix x, NmfSettings settings, double tolerance) {
    Objective objective = settings.objective();
    Trial.Step start = Trial.start(x.summary(), settings);
    LocalNmf.Factors factors = Trial.fit(x, settings, start.w(), start.ht());
    double before = residual(x, objective, start.w(), start.ht());
    assertThat(before).isGreaterThan(0.05);
    assertThat(residual(x, objective, factors.w(), factors.ht())).isLessThan(tolerance * before);
    return factors;
  }

  /**
   * O4 with scikit-learn's bounds; the formulas of beta 0, 1 and 2 are others than those around.
   * With penalties that are majorized the formula of 2 is a step of its own, so not there.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 0, RATIO", "1, 0, RATIO", "2, 0, RATIO",
    "0, 0.02, RATIO", "1, 0.02, RATIO", "2, 0.02, RATIO",
    "0, 0.02, MAJORIZE", "1, 0.02, MAJORIZE"
  })
  void betaMayBeReachedFromEitherSide(double beta, double alpha, PenaltyUpdate update) {
    PlainMatrix x = PlainMatrix.random(ROWS, COLUMNS, beta > 0 ? 0.6 : 1, 4);
    LocalNmf.Factors at = ofBeta(x, beta, alpha, update);
    for (double near : new double[] {beta - 1e-5, beta + 1e-5}) {
      LocalNmf.Factors beside = ofBeta(x, near, alpha, update);
      assertThat(beside.w()).containsExactly(at.w(), within(1e-4)).isNotEqualTo(at.w());
      assertThat(beside.ht()).containsExactly(at.ht(), within(1e-4));
      double loss = at.result().loss();
      assertThat(beside.result().loss()).isCloseTo(loss, within(1e-4 * loss));
    }
  }

  private static LocalNmf.Factors ofBeta(
      PlainMatrix x, double beta, double alpha, PenaltyUpdate update) {
    Objective objective =
        Objective.ofBeta(beta).withPenalties(alpha, alpha, 0.5).withPenaltyUpdate(update);
    return Trial.fit(
        x,
        Trial.withOneInnerUpdate(Trial.settings(objective, Solver.MU, RANK, 20)),
        PlainMatrix.factor(ROWS, RANK, 1),
        PlainMatrix.factor(COLUMNS, RANK, 2));
  }

  /**
   * O5: each rank starts where the one below ended, one component split at random between two rows
   * by row, which leaves WH as it is.
   */
  @ParameterizedTest
  @CsvSource({"0.5, MU", "1, MU", "2, MU", "3, MU", "2, HALS", "2, BPP"})
  void moreComponentsNeverFitWorse(double beta, Solver solver) {
    PlainMatrix x = x(beta);
    SplittableRandom random = new SplittableRandom(9);
    double[] w = PlainMatrix.factor(ROWS, 1, 1);
    double[] ht = PlainMatrix.factor(COLUMNS, 1, 2);
    double before = Double.POSITIVE_INFINITY;
    for (int k = 1; k <= 7; k++) {
      NmfSettings settings = Trial.settings(Objective.ofBeta(beta), solver, k, 100);
      LocalNmf.Factors factors = Trial.fit(x, settings, w, ht);
      double loss = factors.result().loss();
      assertThat(loss).isLessThan(before);
      before = loss;
      double[] shares = random.doubles(ROWS).toArray();
      int split = k - 1;
      int rank = k;
      double[] ofW = factors.w();
      double[] ofH = factors.ht();
      w = new double[ROWS * (k + 1)];
      Arrays.setAll(
          w,
          p -> {
            int i = p / (rank + 1);
            int c = p % (rank + 1);
            double own = ofW[i * rank + Math.min(c, split)];
            return c < split ? own : own * (c == split ? shares[i] : 1 - shares[i]);
          });
      ht = new double[COLUMNS * (k + 1)];
      Arrays.setAll(ht, p -> ofH[p / (rank + 1) * rank + Math.min(p % (rank + 1), split)]);
    }
  }

  private static long zeros(double[] factor) {
    return Arrays.stream(factor).filter(v -> v < 1e-10).count();
  }

  private static double squares(double[] factor) {
    return Arrays.stream(factor).map(v -> v * v).sum();
  }

  /** O7 and scikit-learn's test_nmf_regularization: sums make zeros. */
  @ParameterizedTest
  @CsvSource({"0.5, MU", "1, MU", "2, MU", "2, HALS", "2, BPP"})
  void penaltiesOfSumsMakeZeros(double beta, Solver solver) {
    PlainMatrix x = PlainMatrix.random(ROWS, COLUMNS, 1, 5);
    long before = -1;
    for (double alpha : new double[] {0, 0.2}) {
      Objective objective = Objective.ofBeta(beta).withPenalties(alpha, alpha, 1);
      LocalNmf.Factors factors = Trial.fit(x, Trial.settings(objective, solver, RANK, 3000));
      long after = zeros(factors.w()) + zeros(factors.ht());
      assertThat(after).isGreaterThan(before);
      before = after;
    }
  }

  /** O7 and scikit-learn's test_nmf_regularization: squares make short factors. */
  @ParameterizedTest
  @CsvSource({"0.5, MU", "1, MU", "2, MU", "2, HALS", "2, BPP"})
  void penaltiesOfSquaresMakeFactorsShort(double beta, Solver solver) {
    PlainMatrix x = PlainMatrix.random(ROWS, COLUMNS, 1, 5);
    double before = Double.POSITIVE_INFINITY;
    for (double alpha : new double[] {0, 0.05, 0.5, 5}) {
      Objective objective = Objective.ofBeta(beta).withPenalties(alpha, alpha, 0);
      LocalNmf.Factors factors = Trial.fit(x, Trial.settings(objective, solver, RANK, 500));
      double after = squares(factors.w()) + squares(factors.ht());
      assertThat(after).isLessThan(before);
      before = after;
    }
  }

  /** O10: converged if and only if the criterion, reckoned here from the history, is met. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void convergedMeansThatTheCriterionIsMet(Solver solver) {
    for (double alpha : new double[] {0, 0.05}) {
      for (int most : new int[] {7, 30, 2000}) {
        Objective objective = Objective.frobenius().withPenalties(alpha, alpha, 0.5);
        NmfSettings settings = Trial.settings(objective, solver, RANK, most).withStop(most, 1e-3);
        FitResult result = Trial.fit(x(2), settings).result();
        List<Iteration> history = result.history();
        assertThat(result.stopReason().converged())
            .isEqualTo(isMet(history, solver))
            .isEqualTo(result.iterations() < most || isMet(history, solver));
        if (most == 2000) {
          assertThat(result.stopReason().converged()).isTrue();
        }
        for (int t = 1; t < history.size() - 1; t++) {
          assertThat(isMet(history.subList(0, t + 1), solver)).isFalse();
        }
        Iteration last = history.get(history.size() - 1);
        assertThat(last.penalties() > 0).isEqualTo(alpha > 0);
        assertThat(last.total()).isEqualTo(last.objective() + last.penalties());
        assertThat(result.penalty()).isEqualTo(last.penalties());
      }
    }
  }

  private static boolean isMet(List<Iteration> history, Solver solver) {
    int t = history.size() - 1;
    if (solver != Solver.MU) {
      return history.get(t).violation() <= 1e-3;
    }
    double fall = root(history.get(Math.max(0, t - 10))) - root(history.get(t));
    return t % 10 == 0 && fall < 1e-3 * root(history.get(0));
  }

  private static double root(Iteration iteration) {
    return Math.sqrt(2 * iteration.total());
  }
}
