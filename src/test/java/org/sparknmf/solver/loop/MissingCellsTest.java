package org.sparknmf.solver.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.testing.PlainMatrix;
import org.sparknmf.testing.Solver;
import org.sparknmf.testing.Summaries;

/** Fits of matrices that are known at some cells only, with or without weights (numerics: E17). */
class MissingCellsTest {
  private static final String RULES =
      """
      1, MU
      2, MU
      2, HALS
      """;

  private static final int ROWS = 13;
  private static final int COLUMNS = 9;
  private static final int RANK = 3;

  private final double[] w0 = PlainMatrix.factor(ROWS, RANK, 1);
  private final double[] ht0 = PlainMatrix.factor(COLUMNS, RANK, 2);

  private static NmfSettings settings(double beta, Solver solver, int iterations) {
    return Trial.settings(Objective.ofBeta(beta), solver, RANK, iterations);
  }

  private static NmfSettings missing(NmfSettings all) {
    return all.with(all.objective().withEmptyCells(EmptyCells.MISSING));
  }

  private static PlainMatrix x(long seed) {
    return PlainMatrix.random(ROWS, COLUMNS, 0.7, seed);
  }

  private LocalNmf.Factors fit(NmfSettings settings, MatrixBlock observed) {
    return new LocalNmf(missing(settings)).fit(observed, Summaries.observed(observed), w0, ht0);
  }

  private static void assertSame(LocalNmf.Factors actual, LocalNmf.Factors expected) {
    assertThat(actual.w()).containsExactly(expected.w(), within(1e-10));
    assertThat(actual.ht()).containsExactly(expected.ht(), within(1e-10));
  }

  @ParameterizedTest
  @CsvSource(textBlock = RULES)
  void allCellsKnownIsNoneMissing(double beta, Solver solver) {
    NmfSettings all = Trial.withoutMomentum(settings(beta, solver, 15));
    NmfSettings settings = solver == Solver.MU ? Trial.withOneInnerUpdate(all) : all;
    LocalNmf.Factors plain = Trial.fit(x(3), settings, w0, ht0);
    LocalNmf.Factors masked = fit(settings, x(3).observed((i, j) -> 1));
    assertSame(masked, plain);
    assertThat(masked.result().loss())
        .isCloseTo(plain.result().loss(), within(1e-10 * plain.result().loss()));
    assertThat(masked.result().kktResidual())
        .isCloseTo(plain.result().kktResidual(), within(1e-10));
  }

  /** Equal weights are a factor of the loss; penalties keep their place if they get it too. */
  @ParameterizedTest
  @CsvSource(textBlock = RULES)
  void equalWeightsAreNoWeights(double beta, Solver solver) {
    NmfSettings settings = settings(beta, solver, 15);
    for (double alpha : new double[] {0, 0.02}) {
      Objective once = settings.objective().withPenalties(alpha, alpha, 0.5);
      Objective seven = settings.objective().withPenalties(7 * alpha, 7 * alpha, 0.5);
      LocalNmf.Factors plain =
          fit(settings.with(once, solver.method()), x(3).observed((i, j) -> (i + j) % 3));
      LocalNmf.Factors weighted =
          fit(settings.with(seven, solver.method()), x(3).observed((i, j) -> 7 * ((i + j) % 3)));
      assertSame(weighted, plain);
      double loss = 7 * plain.result().loss();
      assertThat(weighted.result().loss()).isCloseTo(loss, within(1e-10 * loss));
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = RULES)
  void heldOutCellsHaveNoInfluence(double beta, Solver solver) {
    NmfSettings settings = settings(beta, solver, 15);
    SplittableRandom random = new SplittableRandom(8);
    PlainMatrix noise = PlainMatrix.of(ROWS, COLUMNS, (i, j) -> 1e6 * random.nextDouble());
    PlainMatrix x = x(3);
    PlainMatrix disturbed =
        PlainMatrix.of(ROWS, COLUMNS, (i, j) -> known(i, j) > 0 ? x.at(i, j) : noise.at(i, j));
    LocalNmf.Factors plain = fit(settings, x.observed(MissingCellsTest::known));
    LocalNmf.Factors other = fit(settings, disturbed.observed(MissingCellsTest::known));
    assertThat(other.w()).containsExactly(plain.w());
    assertThat(other.ht()).containsExactly(plain.ht());
    LocalNmf.Factors seen = fit(settings, disturbed.observed((i, j) -> 1));
    assertThat(seen.w()).isNotEqualTo(plain.w());
  }

  /** Weights 1 and 2 for two thirds of the cells. */
  private static double known(int row, int column) {
    return (2 * row + column) % 3;
  }

  /** Weight 2 for every cell is every row twice. */
  @ParameterizedTest
  @CsvSource(textBlock = RULES)
  void wholeWeightsAreRepeatedRows(double beta, Solver solver) {
    NmfSettings settings = settings(beta, solver, 15);
    PlainMatrix x = x(3);
    LocalNmf.Factors weighted = fit(settings, x.observed((i, j) -> 2));
    MatrixBlock twice = x.twice().observed((i, j) -> 1);
    double[] w0Twice = new double[2 * w0.length];
    System.arraycopy(w0, 0, w0Twice, 0, w0.length);
    System.arraycopy(w0, 0, w0Twice, w0.length, w0.length);
    LocalNmf.Factors repeated =
        new LocalNmf(missing(settings)).fit(twice, Summaries.observed(twice), w0Twice, ht0);
    assertThat(repeated.ht()).containsExactly(weighted.ht(), within(1e-10));
    double loss = weighted.result().loss();
    assertThat(repeated.result().loss()).isCloseTo(loss, within(1e-10 * loss));
  }

  @ParameterizedTest
  @CsvSource(textBlock = RULES)
  void theMaskedObjectiveNeverRises(double beta, Solver solver) {
    for (long seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      MatrixBlock observed =
          x(seed).observed((i, j) -> random.nextInt(3) == 0 ? 0 : random.nextDouble(0.01, 9));
      for (double alpha : new double[] {0, 0.1, 10}) {
        NmfSettings settings =
            missing(
                settings(beta, solver, 25)
                    .with(
                        Objective.ofBeta(beta).withPenalties(alpha, alpha, seed % 2 / 2.0),
                        solver.method()));
        assertNeverRises(settings, observed);
      }
    }
  }

  private void assertNeverRises(NmfSettings settings, MatrixBlock observed) {
    double[] before = {Double.POSITIVE_INFINITY};
    Trial.run(
        observed,
        Summaries.observed(observed),
        settings,
        Trial.start(w0, ht0),
        UpdateOrder.ROWS_FIRST,
        step -> {
          assertThat(step.total()).isFinite().isLessThanOrEqualTo(before[0] * (1 + 1e-12));
          Trial.assertFactor(step.w());
          Trial.assertFactor(step.ht());
          before[0] = step.total();
        });
  }

  /**
   * A product of rank 3 with two thirds of its cells known, S4 without its ratings: the others are
   * foretold far better than by the mean of known cells, or by a fit that takes them for zeros.
   */
  @ParameterizedTest
  @CsvSource(textBlock = RULES)
  void unknownCellsOfAPlantedProductAreFound(double beta, Solver solver) {
    int rows = 60;
    int columns = 40;
    double[] w = PlainMatrix.factor(rows, RANK, 4);
    double[] ht = PlainMatrix.factor(columns, RANK, 5);
    PlainMatrix x = PlainMatrix.product(w, ht, RANK);
    SplittableRandom random = new SplittableRandom(6);
    PlainMatrix known = PlainMatrix.of(rows, columns, (i, j) -> random.nextInt(3) == 0 ? 0 : 1);
    MatrixBlock observed = x.observed(known::at);
    MatrixSummary summary = Summaries.observed(observed);
    NmfSettings settings = settings(beta, solver, 1000);
    double error = heldOutError(x, known, new LocalNmf(missing(settings)).fit(observed, summary));
    PlainMatrix zeros = PlainMatrix.of(rows, columns, (i, j) -> known.at(i, j) * x.at(i, j));
    double byZeros = heldOutError(x, known, Trial.fit(zeros, settings));
    double byMean = heldOut(x, known, (i, j) -> summary.mean());
    assertThat(error).isLessThan(0.01 * byMean).isLessThan(0.01 * byZeros);
  }

  private static double heldOutError(PlainMatrix x, PlainMatrix known, LocalNmf.Factors fit) {
    return heldOut(x, known, (i, j) -> PlainMatrix.dot(fit.w(), i, fit.ht(), j, RANK));
  }

  /** The mean squared error over unknown cells. */
  private static double heldOut(PlainMatrix x, PlainMatrix known, PlainMatrix.Filling forecast) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        if (known.at(i, j) == 0) {
          sum += Math.pow(x.at(i, j) - forecast.at(i, j), 2);
          count++;
        }
      }
    }
    assertThat(count).isPositive();
    return sum / count;
  }
}
