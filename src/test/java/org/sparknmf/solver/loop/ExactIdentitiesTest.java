package org.sparknmf.solver.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.testing.CellwiseBeta;
import org.sparknmf.testing.PlainMatrix;
import org.sparknmf.testing.Solver;

/**
 * What must hold exactly, whatever the numbers (numerics: E1 to E13, E16, E18): two runs are
 * compared that mathematics says are the same, so that no expected number is needed.
 */
class ExactIdentitiesTest {
  private static final int ROWS = 11;
  private static final int COLUMNS = 7;
  private static final int RANK = 3;
  private static final int ITERATIONS = 12;
  private static final double EXACT = 1e-10;

  private final double[] w0 = PlainMatrix.factor(ROWS, RANK, 1);
  private final double[] ht0 = PlainMatrix.factor(COLUMNS, RANK, 2);

  static DoubleStream betas() {
    return DoubleStream.of(-1.2, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3);
  }

  /** About half of the cells are zero where beta allows it. */
  private static PlainMatrix x(double beta) {
    return PlainMatrix.random(ROWS, COLUMNS, beta > 0 ? 0.5 : 1, 3);
  }

  private static NmfSettings mu(double beta) {
    return Trial.settings(Objective.ofBeta(beta), Solver.MU, RANK, ITERATIONS);
  }

  private static NmfSettings frobenius(Solver solver) {
    return Trial.settings(Objective.frobenius(), solver, RANK, ITERATIONS);
  }

  /** Relative to the largest entry. */
  private static void assertSame(double[] actual, double[] expected) {
    double largest = Arrays.stream(expected).max().orElseThrow();
    assertThat(largest).isPositive();
    assertThat(actual).containsExactly(expected, within(EXACT * largest));
  }

  private static double[] columnsTimes(double[] factor, double[] scales) {
    double[] scaled = factor.clone();
    Arrays.setAll(scaled, p -> factor[p] * scales[p % RANK]);
    return scaled;
  }

  private static double[] times(double[] values, double c) {
    return Arrays.stream(values).map(v -> v * c).toArray();
  }

  /** The factor whose row i is row {@code from(i)}. */
  private static double[] rowsFrom(double[] factor, IntUnaryOperator from) {
    double[] moved = new double[factor.length];
    Arrays.setAll(moved, p -> factor[from.applyAsInt(p / RANK) * RANK + p % RANK]);
    return moved;
  }

  private void scalesStay(NmfSettings settings) {
    PlainMatrix x = x(Solver.betaOf(settings.objective()));
    double[] d = {0.037, 5, 13};
    double[] inverse = {1 / d[0], 1 / d[1], 1 / d[2]};
    LocalNmf.Factors plain = Trial.fit(x, settings, w0, ht0);
    LocalNmf.Factors scaled =
        Trial.fit(x, settings, columnsTimes(w0, d), columnsTimes(ht0, inverse));
    assertSame(scaled.w(), columnsTimes(plain.w(), d));
    assertSame(scaled.ht(), columnsTimes(plain.ht(), inverse));
  }

  /** E1. */
  @ParameterizedTest
  @MethodSource("betas")
  void scalesOfComponentsStay(double beta) {
    scalesStay(mu(beta));
  }

  /** E1. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void scalesOfComponentsStayUnderEverySolver(Solver solver) {
    scalesStay(frobenius(solver));
  }

  /** E2. */
  @ParameterizedTest
  @MethodSource("betas")
  void xTimesCGivesFactorsTimesItsRoot(double beta) {
    LocalNmf.Factors plain = Trial.fit(x(beta), mu(beta), w0, ht0);
    for (double c : new double[] {1e-12, 3, 1e12}) {
      double root = Math.sqrt(c);
      LocalNmf.Factors scaled =
          Trial.fit(x(beta).times(c), mu(beta), times(w0, root), times(ht0, root));
      assertSame(scaled.w(), times(plain.w(), root));
      assertSame(scaled.ht(), times(plain.ht(), root));
    }
  }

  private void rowsAndColumnsMove(NmfSettings settings) {
    PlainMatrix x = x(Solver.betaOf(settings.objective()));
    IntUnaryOperator r = i -> (4 * i + 3) % ROWS;
    IntUnaryOperator c = j -> (3 * j + 5) % COLUMNS;
    LocalNmf.Factors plain = Trial.fit(x, settings, w0, ht0);
    LocalNmf.Factors moved =
        Trial.fit(x.permuted(r, c), settings, rowsFrom(w0, r), rowsFrom(ht0, c));
    assertSame(moved.w(), rowsFrom(plain.w(), r));
    assertSame(moved.ht(), rowsFrom(plain.ht(), c));
  }

  /** E3. */
  @ParameterizedTest
  @MethodSource("betas")
  void rowsAndColumnsMayBePermuted(double beta) {
    rowsAndColumnsMove(mu(beta));
  }

  /** E3. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void rowsAndColumnsMayBePermutedUnderEverySolver(Solver solver) {
    rowsAndColumnsMove(frobenius(solver));
  }

  /** E3; not for coordinate descent, which visits components in their order. */
  @ParameterizedTest
  @MethodSource("betas")
  void componentsMayBePermuted(double beta) {
    assertComponentsMove(mu(beta));
  }

  /** E3: a minimum that is the only one does not depend on the order of unknowns. */
  @Test
  void componentsMayBePermutedUnderBlockPivoting() {
    assertComponentsMove(frobenius(Solver.BPP));
  }

  private void assertComponentsMove(NmfSettings settings) {
    PlainMatrix x = x(Solver.betaOf(settings.objective()));
    LocalNmf.Factors plain = Trial.fit(x, settings, w0, ht0);
    LocalNmf.Factors moved = Trial.fit(x, settings, turned(w0), turned(ht0));
    assertSame(moved.w(), turned(plain.w()));
    assertSame(moved.ht(), turned(plain.ht()));
  }

  private static double[] turned(double[] factor) {
    double[] turned = new double[factor.length];
    Arrays.setAll(turned, p -> factor[p - p % RANK + (p + 1) % RANK]);
    return turned;
  }

  /** E4. */
  @ParameterizedTest
  @MethodSource("betas")
  void everyRowTwiceLeavesHAsItIs(double beta) {
    assertTwiceIsOnce(mu(beta));
  }

  /** E4. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void everyRowTwiceLeavesHAsItIsUnderEverySolver(Solver solver) {
    assertTwiceIsOnce(frobenius(solver));
  }

  private void assertTwiceIsOnce(NmfSettings settings) {
    PlainMatrix x = x(Solver.betaOf(settings.objective()));
    IntUnaryOperator once = i -> i % ROWS;
    double[] w0Twice = new double[2 * w0.length];
    Arrays.setAll(w0Twice, p -> w0[once.applyAsInt(p / RANK) * RANK + p % RANK]);
    LocalNmf.Factors single = Trial.fit(x, settings, w0, ht0);
    LocalNmf.Factors twice = Trial.fit(x.twice(), settings, w0Twice, ht0);
    assertSame(twice.ht(), single.ht());
    assertSame(Arrays.copyOf(twice.w(), w0.length), single.w());
    assertSame(Arrays.copyOfRange(twice.w(), w0.length, 2 * w0.length), single.w());
  }

  /** E5. */
  @ParameterizedTest
  @MethodSource("betas")
  void anExactFitStays(double beta) {
    assertStays(mu(beta));
  }

  /** E5. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void anExactFitStaysUnderEverySolver(Solver solver) {
    assertStays(frobenius(solver));
  }

  private void assertStays(NmfSettings settings) {
    LocalNmf.Factors factors = Trial.fit(PlainMatrix.product(w0, ht0, RANK), settings, w0, ht0);
    assertSame(factors.w(), w0);
    assertSame(factors.ht(), ht0);
  }

  /** E6, and the loss itself against the formula. */
  @ParameterizedTest
  @MethodSource("betas")
  void theLossIsHomogeneous(double beta) {
    PlainMatrix x = x(beta);
    double loss = Trial.fit(x, mu(beta), w0, ht0).result().history().get(0).objective();
    double expected = new CellwiseBeta(beta).of(x, w0, ht0, RANK);
    assertThat(loss).isCloseTo(expected, within(1e-12 * expected));
    for (double c : new double[] {1e-12, 3, 1e12}) {
      double[] scaled = times(w0, c);
      double ofScaled =
          Trial.fit(x.times(c), mu(beta), scaled, ht0).result().history().get(0).objective();
      double factor = Math.pow(c, beta);
      assertThat(ofScaled).isCloseTo(factor * expected, within(EXACT * factor * expected));
    }
  }

  /** E7: what the last update was of is balanced. */
  @ParameterizedTest
  @EnumSource(UpdateOrder.class)
  void kullbackLeiblerKeepsSumsOfRowsOrColumns(UpdateOrder order) {
    PlainMatrix x = x(1);
    NmfSettings settings = Trial.settings(Objective.ofBeta(1), Solver.MU, RANK, 5);
    Trial.run(
        x.sparse(),
        x.summary(),
        settings,
        Trial.start(w0, ht0),
        order,
        step -> {
          if (step.number() > 0) {
            boolean ofRows = order == UpdateOrder.COLUMNS_FIRST;
            PlainMatrix fitted = PlainMatrix.product(step.w(), step.ht(), RANK);
            assertSame(sums(fitted, ofRows), sums(x, ofRows));
          }
        });
  }

  private static double[] sums(PlainMatrix x, boolean ofRows) {
    PlainMatrix own = ofRows ? x : x.transposed();
    return IntStream.range(0, own.rows())
        .mapToDouble(i -> IntStream.range(0, own.columns()).mapToDouble(j -> own.at(i, j)).sum())
        .toArray();
  }

  /** E8: r c' / N for the sums r of rows, c of columns and N of all cells. */
  @Test
  void rankOneKullbackLeiblerIsThereAfterOneIteration() {
    PlainMatrix x = x(1);
    NmfSettings settings = Trial.settings(Objective.ofBeta(1), Solver.MU, 1, 1);
    LocalNmf.Factors one =
        Trial.fit(x, settings, PlainMatrix.factor(ROWS, 1, 4), PlainMatrix.factor(COLUMNS, 1, 5));
    double[] r = sums(x, true);
    double[] c = sums(x, false);
    double all = Arrays.stream(r).sum();
    PlainMatrix fitted = PlainMatrix.product(one.w(), one.ht(), 1);
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        assertThat(fitted.at(i, j)).isCloseTo(r[i] * c[j] / all, within(1e-13));
      }
    }
  }

  /** The sum of all squared singular values but the first k, by a dense decomposition. */
  private static double tail(PlainMatrix x, int k) {
    Array2DRowRealMatrix dense = new Array2DRowRealMatrix(x.rows(), x.columns());
    for (int p = 0; p < x.rows() * x.columns(); p++) {
      dense.setEntry(p / x.columns(), p % x.columns(), x.at(p / x.columns(), p % x.columns()));
    }
    double[] values = new SingularValueDecomposition(dense).getSingularValues();
    return Arrays.stream(values).skip(k).map(s -> s * s).sum();
  }

  /** E9: the leading pair of a non-negative matrix is not negative (Perron and Frobenius). */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void rankOneReachesTheSingularValueBound(Solver solver) {
    PlainMatrix x = x(2);
    NmfSettings settings = Trial.settings(Objective.frobenius(), solver, 1, 200);
    double squares = 2 * Trial.fit(x, settings).result().loss();
    assertThat(squares).isCloseTo(tail(x, 1), within(1e-9 * tail(x, 1)));
  }

  /** E10: no fit of rank k comes closer than the truncated decomposition (Eckart and Young). */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void noFitBeatsTheTruncatedDecomposition(Solver solver) {
    PlainMatrix x = x(2);
    for (int k = 1; k < COLUMNS; k++) {
      NmfSettings settings = Trial.settings(Objective.frobenius(), solver, k, 300);
      double squares = 2 * Trial.fit(x, settings).result().loss();
      assertThat(squares).isBetween(tail(x, k) * (1 - EXACT), x.squaredNorm());
    }
  }

  /** E11: what the history takes from sums is what the cells lose. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 2})
  void theLossFromSumsIsTheLossOfCells(double beta) {
    PlainMatrix x = x(beta);
    LocalNmf.Factors factors = Trial.fit(x, mu(beta), w0, ht0);
    double expected = new CellwiseBeta(beta).of(x, factors.w(), factors.ht(), RANK);
    assertThat(Trial.last(factors).objective()).isCloseTo(expected, within(EXACT * expected));
    assertThat(factors.result().loss()).isCloseTo(expected, within(EXACT * expected));
  }

  /** E12. */
  @ParameterizedTest
  @CsvSource({"1, MU", "2, MU", "2, HALS", "2, BPP"})
  void columnsOfZerosChangeNothing(double beta, Solver solver) {
    NmfSettings settings = Trial.settings(Objective.ofBeta(beta), solver, RANK, ITERATIONS);
    PlainMatrix x = x(beta);
    LocalNmf.Factors plain = Trial.fit(x, settings, w0, ht0);
    double[] padded = Arrays.copyOf(ht0, (COLUMNS + 4) * RANK);
    LocalNmf.Factors wide = Trial.fit(x.padded(4), settings, w0, padded);
    assertSame(wide.w(), plain.w());
    assertSame(wide.ht(), Arrays.copyOf(plain.ht(), padded.length));
  }

  private void transposeIsDual(NmfSettings settings) {
    PlainMatrix x = x(Solver.betaOf(settings.objective()));
    NmfSettings turned = settings.with(settings.objective().turned());
    PlainMatrix t = x.transposed();
    Trial.Step rows =
        Trial.run(
            x.sparse(),
            x.summary(),
            settings,
            Trial.start(w0, ht0),
            UpdateOrder.ROWS_FIRST,
            step -> {});
    Trial.Step columns =
        Trial.run(
            t.sparse(),
            t.summary(),
            turned,
            Trial.start(ht0, w0),
            UpdateOrder.COLUMNS_FIRST,
            step -> {});
    assertSame(columns.w(), rows.ht());
    assertSame(columns.ht(), rows.w());
    assertThat(columns.total()).isCloseTo(rows.total(), within(EXACT * rows.total()));
  }

  /** E13, with penalties that differ between the factors. */
  @ParameterizedTest
  @MethodSource("betas")
  void theTransposeIsFittedByTheFactorsExchanged(double beta) {
    Objective penalised = Objective.ofBeta(beta).withPenalties(0.02, 0.05, 0.5);
    transposeIsDual(mu(beta));
    transposeIsDual(mu(beta).with(penalised, Solver.MU.method()));
  }

  /** E13. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void theTransposeIsFittedByTheFactorsExchangedUnderEverySolver(Solver solver) {
    transposeIsDual(
        frobenius(solver)
            .with(Objective.frobenius().withPenalties(0.02, 0.05, 0.5), solver.method()));
  }

  private void denseIsSparse(NmfSettings settings) {
    PlainMatrix x = x(Solver.betaOf(settings.objective()));
    LocalNmf nmf = new LocalNmf(settings);
    LocalNmf.Factors sparse = nmf.fit(x.sparse(), x.summary(), w0, ht0);
    LocalNmf.Factors dense = nmf.fit(x.dense(), x.summary(), w0, ht0);
    assertSame(dense.w(), sparse.w());
    assertSame(dense.ht(), sparse.ht());
    double loss = sparse.result().loss();
    assertThat(dense.result().loss()).isCloseTo(loss, within(EXACT * loss));
  }

  /** E16, the half that needs no cluster. */
  @ParameterizedTest
  @MethodSource("betas")
  void sparseAndDenseBlocksGiveTheSame(double beta) {
    denseIsSparse(mu(beta));
    denseIsSparse(
        mu(beta).with(Objective.ofBeta(beta).withPenalties(0.02, 0.05, 0.5), Solver.MU.method()));
  }

  private void interruptionChangesNothing(NmfSettings settings) {
    PlainMatrix x = x(Solver.betaOf(settings.objective()));
    NmfSettings half = settings.withStop(ITERATIONS / 2, 0);
    LocalNmf.Factors whole = Trial.fit(x, settings, w0, ht0);
    LocalNmf.Factors first = Trial.fit(x, half, w0, ht0);
    LocalNmf.Factors second = Trial.fit(x, half, first.w(), first.ht());
    assertThat(second.w()).containsExactly(whole.w());
    assertThat(second.ht()).containsExactly(whole.ht());
    assertThat(second.result().loss()).isEqualTo(whole.result().loss());
  }

  /** E18, the half that needs no cluster: both factors are all that an iteration knows. */
  @ParameterizedTest
  @MethodSource("betas")
  void aFitThatIsContinuedHasTheBitsOfOneThatWasNotInterrupted(double beta) {
    interruptionChangesNothing(mu(beta));
  }

  /** E18; with momentum an iteration depends on the H before, too. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void aContinuedFitHasTheSameBitsUnderEverySolver(Solver solver) {
    interruptionChangesNothing(Trial.withoutMomentum(frobenius(solver)));
  }

  /** E16. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void sparseAndDenseBlocksGiveTheSameUnderEverySolver(Solver solver) {
    denseIsSparse(frobenius(solver));
  }
}
