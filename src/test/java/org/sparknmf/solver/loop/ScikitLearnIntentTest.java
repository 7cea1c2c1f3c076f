package org.sparknmf.solver.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.solver.start.HashNormal;
import org.sparknmf.solver.start.LocalNndsvd;
import org.sparknmf.solver.start.StartKind;
import org.sparknmf.solver.start.ZeroFill;
import org.sparknmf.solver.update.Rules;
import org.sparknmf.testing.CellwiseBeta;
import org.sparknmf.testing.PlainMatrix;
import org.sparknmf.testing.Solver;

/**
 * What scikit-learn 1.9.1 asks of its solvers in test_nmf.py (numerics: 2.8), in own words; each
 * test names the function there.
 */
class ScikitLearnIntentTest {

  /** |N(0, 1)|, as most of its tests have it. */
  private static PlainMatrix normal(int rows, int columns) {
    HashNormal normal = new HashNormal(42, HashNormal.Purpose.START_W);
    return PlainMatrix.of(rows, columns, (i, j) -> Math.abs(normal.at(i, j)));
  }

  /** A start of any kind. */
  private static Trial.Step start(PlainMatrix x, NmfSettings settings, StartKind kind) {
    if (!kind.isSingular()) {
      return Trial.start(x.summary(), settings);
    }
    LocalNndsvd.Start start =
        new LocalNndsvd(x.sparse(), settings.rank(), settings.seed()).start(kind.fill());
    return Trial.start(start.w(), start.ht());
  }

  private static LocalNmf.Factors fit(PlainMatrix x, NmfSettings settings, StartKind kind) {
    StartKind resolved = kind.on(x.rows(), x.columns(), settings.rank(), EmptyCells.ZERO);
    Trial.Step start = start(x, settings, resolved);
    return Trial.fit(x, settings, start.w(), start.ht());
  }

  /** test_nmf_fit_nn_output. */
  @ParameterizedTest
  @EnumSource(value = StartKind.class, names = "CUSTOM", mode = EnumSource.Mode.EXCLUDE)
  void factorsAreNotNegative(StartKind kind) {
    PlainMatrix x = PlainMatrix.of(10, 2, (i, j) -> j == 0 ? 5 - 0.5 * i : 5 + 0.5 * i);
    for (Solver solver : Solver.values()) {
      for (double alphaW : new double[] {0, 1}) {
        for (double alphaH : new double[] {0, 1}) {
          Objective objective = Objective.frobenius().withPenalties(alphaW, alphaH, 0);
          LocalNmf.Factors factors = fit(x, Trial.settings(objective, solver, 2, 50), kind);
          Trial.assertFactor(factors.w());
          Trial.assertFactor(factors.ht());
        }
      }
    }
  }

  /** test_parameter_checking, the part that concerns settings. */
  @Test
  void settingsThatDoNotFitAreRefused() {
    for (Solver solver : new Solver[] {Solver.HALS, Solver.BPP}) {
      assertThatThrownBy(() -> Trial.settings(Objective.ofBeta(1), solver, 2, 5))
          .isInstanceOf(InvalidSettingException.class)
          .hasMessageContaining("works with loss frobenius, got beta 1.0");
    }
    for (StartKind kind : StartKind.values()) {
      if (kind.isSingular()) {
        assertThatThrownBy(() -> kind.on(10, 2, 3, EmptyCells.ZERO))
            .isInstanceOf(InvalidSettingException.class)
            .hasMessageContaining("at most min(rows, columns) = 2");
      }
    }
    assertThat(StartKind.AUTO.on(10, 2, 3, EmptyCells.ZERO)).isEqualTo(StartKind.RANDOM);
    assertThat(StartKind.AUTO.on(10, 2, 2, EmptyCells.ZERO)).isEqualTo(StartKind.NNDSVDA);
  }

  /** test_nmf_fit_close. */
  @ParameterizedTest
  @CsvSource({"MU, 600", "HALS, 600", "BPP, 600"})
  void aFitOfFullRankIsClose(Solver solver, int iterations) {
    PlainMatrix x = normal(6, 5);
    NmfSettings settings = Trial.settings(Objective.frobenius(), solver, 5, iterations);
    LocalNmf.Factors factors = fit(x, settings, StartKind.NNDSVDAR);
    assertThat(Math.sqrt(2 * factors.result().loss())).isLessThan(0.1);
  }

  /** test_nmf_true_reconstruction: three samples and three features to a component. */
  @ParameterizedTest
  @CsvSource({"1, MU", "2, HALS", "2, BPP"})
  void blocksAreReconstructed(double beta, Solver solver) {
    int rank = 3;
    PlainMatrix cells = normal(9, 9);
    PlainMatrix w = PlainMatrix.of(9, rank, (i, c) -> i / 3 == c ? cells.at(i, c) : 0);
    PlainMatrix h = PlainMatrix.of(9, rank, (j, c) -> j / 3 == c ? cells.at(j, 3 + c) : 0);
    PlainMatrix x =
        PlainMatrix.of(9, 9, (i, j) -> i / 3 == j / 3 ? w.at(i, i / 3) * h.at(j, j / 3) : 0);
    NmfSettings settings = Trial.settings(Objective.ofBeta(beta), solver, rank, 1000);
    LocalNmf.Factors factors = fit(x, settings, StartKind.RANDOM);
    assertThat(Math.sqrt(2 * factors.result().loss())).isLessThan(0.1);
    for (int i = 0; i < 9; i++) {
      for (int j = 0; j < 9; j++) {
        double fitted = PlainMatrix.dot(factors.w(), i, factors.ht(), j, rank);
        assertThat(fitted).isCloseTo(x.at(i, j), within(0.01));
      }
    }
  }

  /** test_n_components_greater_n_features. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void moreComponentsThanColumns(Solver solver) {
    PlainMatrix x = normal(30, 10);
    LocalNmf.Factors factors =
        fit(x, Trial.settings(Objective.frobenius(), solver, 15, 100), StartKind.AUTO);
    assertThat(factors.w()).hasSize(30 * 15);
    assertThat(factors.ht()).hasSize(10 * 15);
    assertThat(factors.result().relativeError()).isBetween(0.0, 0.3);
  }

  /** test_nmf_sparse_input. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void sparseIsDense(Solver solver) {
    PlainMatrix all = normal(10, 10);
    PlainMatrix x = PlainMatrix.of(10, 10, (i, j) -> j % 2 == 0 ? 0 : all.at(i, j));
    for (double[] alpha : new double[][] {{0, 0}, {1, 0}, {0, 1}, {0.1, 0.1}}) {
      Objective objective = Objective.frobenius().withPenalties(alpha[0], alpha[1], 0);
      NmfSettings settings = Trial.settings(objective, solver, 5, 20);
      Trial.Step start = start(x, settings, StartKind.NNDSVDA);
      LocalNmf nmf = new LocalNmf(settings);
      LocalNmf.Factors sparse = nmf.fit(x.sparse(), x.summary(), start.w(), start.ht());
      LocalNmf.Factors dense = nmf.fit(x.dense(), x.summary(), start.w(), start.ht());
      assertThat(sparse.w()).containsExactly(dense.w(), within(1e-10));
      assertThat(sparse.ht()).containsExactly(dense.ht(), within(1e-10));
    }
  }

  /** test_beta_divergence: 20 x 15, half of the cells zero, against the formula. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 1.5, 2, 3})
  void theLossIsTheFormulas(double beta) {
    PlainMatrix all = normal(20, 15).map(v -> v + 0.1);
    PlainMatrix x = beta == 0 ? all : PlainMatrix.of(20, 15, (i, j) -> (i + j) % 2 * all.at(i, j));
    double[] w = PlainMatrix.factor(20, 5, 1);
    double[] ht = PlainMatrix.factor(15, 5, 2);
    double expected = new CellwiseBeta(beta).of(x, w, ht, 5);
    NmfSettings settings = Trial.settings(Objective.ofBeta(beta), Solver.MU, 5, 1);
    LocalNmf nmf = new LocalNmf(settings);
    assertThat(nmf.fit(x.sparse(), x.summary(), w, ht).result().history().get(0).objective())
        .isCloseTo(expected, within(1e-7));
    assertThat(nmf.fit(x.dense(), x.summary(), w, ht).result().history().get(0).objective())
        .isCloseTo(expected, within(1e-7));
  }

  /** test_special_sparse_dot: WH on the pattern of X, here seen through the terms it makes. */
  @Test
  void theFittedValuesOfStoredCellsAreThoseOfTheProduct() {
    PlainMatrix x = PlainMatrix.random(10, 7, 0.4, 1);
    double[] w = PlainMatrix.factor(10, 3, 2);
    double[] ht = PlainMatrix.factor(7, 3, 3);
    DoubleFactor terms = DoubleFactor.of(new double[30], 3);
    Rules rules = UpdateRules.of(Trial.settings(Objective.ofBeta(1), Solver.MU, 3, 1), x.summary());
    rules
        .loss()
        .addRowTerms(x.sparse(), DoubleFactor.of(w, 3), 0, DoubleFactor.of(ht, 3), terms, 0);
    for (int i = 0; i < 10; i++) {
      for (int c = 0; c < 3; c++) {
        double expected = 0;
        for (int j = 0; j < 7; j++) {
          expected += x.at(i, j) / PlainMatrix.dot(w, i, ht, j, 3) * ht[j * 3 + c];
        }
        assertThat(terms.get(i, c)).isCloseTo(expected, within(1e-12 * (1 + expected)));
      }
    }
  }

  /** test_nmf_multiplicative_update_sparse: sparse and dense, and the beta beside. */
  @ParameterizedTest
  @ValueSource(doubles = {-1.2, 0, 0.2, 1, 2, 2.5})
  void multiplicativeUpdatesOfSparseAndDenseAndOfTheBetaBeside(double beta) {
    PlainMatrix all = normal(20, 10).map(v -> v + 0.05);
    PlainMatrix x = beta <= 0 ? all : PlainMatrix.of(20, 10, (i, j) -> (i + j) % 2 * all.at(i, j));
    double[] w = PlainMatrix.factor(20, 5, 1);
    double[] ht = PlainMatrix.factor(10, 5, 2);
    NmfSettings settings =
        Trial.withOneInnerUpdate(Trial.settings(Objective.ofBeta(beta), Solver.MU, 5, 5));
    LocalNmf.Factors sparse = new LocalNmf(settings).fit(x.sparse(), x.summary(), w, ht);
    LocalNmf.Factors dense = new LocalNmf(settings).fit(x.dense(), x.summary(), w, ht);
    assertThat(sparse.w()).containsExactly(dense.w(), within(1e-7));
    assertThat(sparse.ht()).containsExactly(dense.ht(), within(1e-7));
    LocalNmf.Factors beside =
        Trial.fit(x, settings.with(Objective.ofBeta(beta - 1e-5), Solver.MU.method()), w, ht);
    assertThat(beside.w()).containsExactly(sparse.w(), within(1e-4));
    assertThat(beside.ht()).containsExactly(sparse.ht(), within(1e-4));
  }

  /** test_nmf_negative_beta_loss. */
  @ParameterizedTest
  @ValueSource(doubles = {-0.6, 0, 0.2, 1, 1.2, 2, 2.5})
  void zerosAreAnErrorWhereTheLossIsInfiniteAndNoNansElsewhere(double beta) {
    PlainMatrix all = normal(20, 10);
    PlainMatrix x = PlainMatrix.of(20, 10, (i, j) -> i < 3 || j < 2 ? 0 : all.at(i, j));
    NmfSettings settings = Trial.settings(Objective.ofBeta(beta), Solver.MU, 5, 50);
    if (beta <= 0) {
      assertThatThrownBy(() -> Trial.fit(x, settings))
          .isInstanceOf(InvalidMatrixException.class)
          .hasMessageContaining("change --loss");
    } else {
      LocalNmf.Factors factors = Trial.fit(x, settings);
      Trial.assertFactor(factors.w());
      Trial.assertFactor(factors.ht());
    }
    LocalNmf.Factors shifted = Trial.fit(x.map(v -> v + 1e-9), settings);
    Trial.assertFactor(shifted.w());
    Trial.assertFactor(shifted.ht());
  }

  /** test_nmf_underflow: 1e-323, twice the smallest number, in place of 0. */
  @Test
  void anUnderflowChangesNoDivergence() {
    PlainMatrix all = normal(10, 2);
    PlainMatrix zero = PlainMatrix.of(10, 2, (i, j) -> i + j == 0 ? 0 : all.at(i, j));
    double least = 2 * Double.MIN_VALUE;
    PlainMatrix tiny = PlainMatrix.of(10, 2, (i, j) -> i + j == 0 ? least : all.at(i, j));
    NmfSettings settings = Trial.settings(Objective.ofBeta(1), Solver.MU, 2, 1);
    double[] w = PlainMatrix.factor(10, 2, 1);
    double[] ht = PlainMatrix.factor(2, 2, 2);
    double loss = Trial.fit(zero, settings, w, ht).result().history().get(0).objective();
    assertThat(Trial.fit(tiny, settings, w, ht).result().history().get(0).objective())
        .isCloseTo(loss, within(1e-12 * loss));
  }

  /** test_nmf_dtype_match and test_nmf_float32_float64_consistency: 1e-5 there. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void singlePrecisionIsCloseToDouble(Solver solver) {
    PlainMatrix x = normal(50, 7);
    NmfSettings settings = Trial.settings(Objective.frobenius(), solver, 5, 20);
    NmfSettings single = settings.with(Precision.SINGLE);
    LocalNmf.Factors wide = fit(x, settings, StartKind.RANDOM);
    LocalNmf.Factors narrow = fit(x, single, StartKind.RANDOM);
    assertThat(narrow.w()).containsExactly(wide.w(), within(1e-4)).isNotEqualTo(wide.w());
    for (double entry : narrow.w()) {
      assertThat(entry).isEqualTo((float) entry);
    }
    assertThat(narrow.result().loss()).isCloseTo(wide.result().loss(), within(1e-4));
  }

  /** test_convergence_warning: the reason says that the limit came first. */
  @ParameterizedTest
  @EnumSource(Solver.class)
  void oneIterationIsNoConvergence(Solver solver) {
    NmfSettings settings = Trial.settings(Objective.frobenius(), solver, 2, 1).withStop(1, 1e-4);
    StopReason reason = Trial.fit(normal(5, 4), settings).result().stopReason();
    assertThat(reason.converged()).isFalse();
    assertThat(reason.words())
        .isEqualTo("not converged: reached the limit of 1 iterations before the tolerance 1.0e-04");
  }

  /** nndsvd there depends on random numbers that no one seeds; here on X alone. */
  @Test
  void startsFromSingularVectorsAreTheSameForEverySeed() {
    PlainMatrix x = normal(50, 40);
    LocalNndsvd.Start one = new LocalNndsvd(x.sparse(), 5, 1).start(ZeroFill.MEAN);
    LocalNndsvd.Start other = new LocalNndsvd(x.sparse(), 5, 2).start(ZeroFill.MEAN);
    assertThat(other.w()).containsExactly(one.w());
    assertThat(other.ht()).containsExactly(one.ht());
  }

  /** test_nmf_smoke: every start, tall and wide, every solver. */
  @ParameterizedTest
  @EnumSource(value = StartKind.class, names = "CUSTOM", mode = EnumSource.Mode.EXCLUDE)
  void everyStartRunsUnderEverySolver(StartKind kind) {
    for (PlainMatrix x : new PlainMatrix[] {normal(20, 7), normal(7, 20)}) {
      for (Solver solver : Solver.values()) {
        NmfSettings settings = Trial.settings(Objective.frobenius(), solver, 3, 30);
        LocalNmf.Factors factors = fit(x, settings, kind);
        assertThat(factors.w()).hasSize(x.rows() * 3);
        assertThat(factors.ht()).hasSize(x.columns() * 3);
        assertThat(factors.result().loss())
            .isLessThanOrEqualTo(factors.result().history().get(0).objective())
            .isLessThan(x.squaredNorm() / 4);
      }
    }
  }

  /** Start values are not modified, and decide alone where the seed does not come in. */
  @Test
  void givenStartValuesDecideAlone() {
    PlainMatrix x = normal(9, 7);
    double[] w = PlainMatrix.factor(9, 2, 1);
    double[] ht = PlainMatrix.factor(7, 2, 2);
    double[] wBefore = w.clone();
    double[] htBefore = ht.clone();
    NmfSettings settings = Trial.settings(Objective.frobenius(), Solver.MU, 2, 5);
    LocalNmf.Factors one = Trial.fit(x, settings, w, ht);
    LocalNmf.Factors other = Trial.fit(x, Trial.seeded(settings, 99), w, ht);
    assertThat(w).containsExactly(wBefore);
    assertThat(ht).containsExactly(htBefore);
    assertThat(other.w()).containsExactly(one.w());
    assertThat(one.w()).isNotEqualTo(w);
  }
}
