package org.sparknmf.solver.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.linalg.CsrBuilder;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.Precision;
import org.sparknmf.linalg.SparseBlock;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.method.Method;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.Momentum;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.Updates;
import org.sparknmf.solver.start.RandomStart;
import org.sparknmf.solver.start.Revival;
import org.sparknmf.solver.update.HeldSets;
import org.sparknmf.testing.ColumnSums;
import org.sparknmf.testing.ImputedDescent;
import org.sparknmf.testing.PlainMatrix;
import org.sparknmf.testing.SampleMatrix;
import org.sparknmf.testing.Solver;
import org.sparknmf.testing.Summaries;

/** Coordinate descent with momentum on H. */
class MomentumTest {
  private static final int PROBLEMS = 2000;

  private static NmfSettings settings(int rank, int iterations) {
    return Trial.settings(Objective.frobenius(), Solver.HALS, rank, iterations);
  }

  /**
   * Any kind of problem: shape, cells, scale, penalties, precision, held components.
   *
   * @param weights of the cells, 0 where one is unknown; null where all are known
   */
  private record Problem(PlainMatrix x, PlainMatrix weights, NmfSettings settings, HeldSets held) {

    /** The same with some cells unknown, the others of any weight, which may be the same. */
    static Problem missing(long seed, Method method) {
      Problem all = of(seed);
      SplittableRandom random = new SplittableRandom(-seed);
      boolean weighted = random.nextBoolean();
      double known = random.nextDouble(0.1, 1);
      PlainMatrix weights =
          PlainMatrix.of(
              all.x.rows(),
              all.x.columns(),
              (i, j) ->
                  random.nextDouble() > known ? 0 : weighted ? random.nextDouble(0.01, 9) : 1);
      Objective objective = all.settings.objective().withEmptyCells(EmptyCells.MISSING);
      return new Problem(all.x, weights, all.settings.with(objective, method), all.held);
    }

    MatrixBlock block() {
      return weights == null ? x.sparse() : x.observed(weights::at);
    }

    MatrixSummary summary() {
      return weights == null ? x.summary() : Summaries.observed(block());
    }

    /** Whether nothing is known: then nothing has a scale. */
    boolean isEmpty() {
      return block().nonZeros() == 0;
    }

    static Problem of(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      AnyMatrix any = AnyMatrix.of(random, seed);
      Objective objective = Objective.frobenius();
      if (random.nextInt(3) == 0) {
        objective =
            objective.withPenalties(
                random.nextDouble(0.1) * any.scale(),
                random.nextDouble(0.1) * any.scale(),
                random.nextInt(3) / 2.0);
      }
      NmfSettings settings =
          new NmfSettings(any.rank(), 40, 0, seed)
              .with(objective, Solver.HALS.method())
              .with(any.single() ? Precision.SINGLE : Precision.DOUBLE);
      HeldSets held = any.held(random);
      return new Problem(any.x(), null, settings, held);
    }

    /** What is minimised, from its definition, cell by cell. */
    double objective(double[] w, double[] ht) {
      int k = settings.rank();
      double sum = 0;
      for (int i = 0; i < x.rows(); i++) {
        for (int j = 0; j < x.columns(); j++) {
          double difference = x.at(i, j) - PlainMatrix.dot(w, i, ht, j, k);
          sum += (weights == null ? 1 : weights.at(i, j)) * difference * difference / 2;
        }
      }
      Objective what = settings.objective();
      return sum
          + charge(w, what.ofW(x.columns()).l1(), what.ofW(x.columns()).l2())
          + charge(ht, what.ofH(x.rows()).l1(), what.ofH(x.rows()).l2());
    }

    private static double charge(double[] factor, double l1, double l2) {
      return Arrays.stream(factor).map(v -> l1 * v + l2 / 2 * v * v).sum();
    }
  }

  /** The factors after each iteration, and what they come to by definition. */
  private static List<Iteration> requireDescent(Problem problem) {
    MatrixSummary summary = problem.summary();
    Trial.Step start = Trial.start(summary, problem.settings);
    MomentumRun run =
        new MomentumRun(problem.block(), summary, problem.settings, problem.held, start);
    List<double[]> ws = new ArrayList<>(List.of(run.w.toArray()));
    List<double[]> hts = new ArrayList<>(List.of(run.factors.ht().toArray()));
    FitResult result =
        run.run(
            (iteration, last, state) -> {
              ws.add(run.w.toArray());
              hts.add(run.factors.ht().toArray());
            });
    boolean single = problem.settings.precision() == Precision.SINGLE;
    double rounding = (single ? 1e-5 : 1e-13) * summary.squaredNorm();
    double before = Double.POSITIVE_INFINITY;
    for (Iteration iteration : result.history()) {
      int t = iteration.number();
      Trial.assertFactor(ws.get(t));
      Trial.assertFactor(hts.get(t));
      double total = problem.objective(ws.get(t), hts.get(t));
      assertThat(total).isLessThanOrEqualTo(before + rounding);
      assertThat(iteration.total()).isCloseTo(total, within(rounding + 1e-12 * total));
      if (!iteration.accepted()) {
        assertThat(ws.get(t)).containsExactly(ws.get(t - 1));
        assertThat(hts.get(t)).containsExactly(hts.get(t - 1));
        assertThat(iteration.total()).isEqualTo(result.history().get(t - 1).total());
      }
      before = total;
    }
    int k = problem.settings.rank();
    MomentumRun.requireHeld(k, ws, problem.held.w().cardinality());
    MomentumRun.requireHeld(k, hts, problem.held.h().cardinality());
    return result.history();
  }

  /** The same where cells are unknown, by normal equations and by imputation. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theObjectiveNeverRisesWhereCellsAreUnknown(boolean imputed) {
    Method method = imputed ? new ImputedDescent() : Methods.HALS;
    int problems = imputed ? PROBLEMS / 4 : PROBLEMS;
    int rejected = 0;
    for (long seed = 0; seed < problems; seed++) {
      Problem problem = Problem.missing(seed, method);
      if (!problem.isEmpty()) {
        List<Iteration> history = requireDescent(problem);
        rejected += history.size() - (int) history.stream().filter(Iteration::accepted).count();
      }
    }
    assertThat(rejected).isGreaterThan(problems);
  }

  /** By construction: what does not lower the objective is taken back. */
  @Test
  void theObjectiveNeverRisesOnAnyProblem() {
    int rejected = 0;
    int accepted = 0;
    for (long seed = 0; seed < PROBLEMS; seed++) {
      List<Iteration> history = requireDescent(Problem.of(seed));
      int kept = (int) history.stream().filter(Iteration::accepted).count();
      accepted += kept;
      rejected += history.size() - kept;
    }
    assertThat(rejected).isGreaterThan(PROBLEMS);
    assertThat(accepted).isGreaterThan(10 * PROBLEMS);
  }

  /** src/bench/momentum_oracle.py, which is numpy on the formulas alone. */
  @ParameterizedTest
  @ValueSource(
      strings = {"digits", "bible-kjv", "digits, some known", "digits, weighted and penalised"})
  void meetsTheTrajectoryOfAnIndependentImplementation(String sample) throws IOException {
    JsonNode expected = golden().get(sample);
    SampleMatrix x = SampleMatrix.of(sample.startsWith("digits") ? "digits" : sample);
    CsrBuilder builder = new CsrBuilder(x.rows().size(), x.columns().size());
    x.cells().forEach(cell -> builder.add(cell.row(), cell.column(), cell.value()));
    MatrixBlock block = new SparseBlock(builder.build(DuplicatePolicy.ERROR));
    int rank = expected.get("rank").asInt();
    double[] w = start(block.rows(), rank);
    double[] ht = start(block.columns(), rank);
    LocalNmf.Factors factors =
        sample.contains(",")
            ? fitKnown(block, expected, w, ht)
            : new LocalNmf(settings(rank, 30)).fit(block, Summaries.of(block), w, ht);
    List<Iteration> history = factors.result().history();
    assertThat(history).hasSize(31);
    for (int t = 0; t < history.size(); t++) {
      double objective = expected.get("objectives").get(t).asDouble();
      assertThat(history.get(t).accepted()).isEqualTo(expected.get("accepted").get(t).asBoolean());
      assertThat(history.get(t).total()).isCloseTo(objective, within(1e-9 * objective));
    }
    ColumnSums.require(expected.get("columnSumsOfW"), factors.w(), rank);
    ColumnSums.require(expected.get("columnSumsOfH"), factors.ht(), rank);
  }

  /** As the script has it: cell (i, j) is known where (3 i + 5 j) mod 7 is below 4. */
  private static LocalNmf.Factors fitKnown(
      MatrixBlock block, JsonNode expected, double[] w, double[] ht) {
    boolean weighted = expected.get("weighted").asBoolean();
    MatrixBlock known =
        PlainMatrix.of(block)
            .observed(
                (i, j) -> (3 * i + 5 * j) % 7 >= 4 ? 0 : weighted ? 1 + (i + 2 * j) % 3 / 2.0 : 1);
    Objective objective =
        Objective.frobenius()
            .withEmptyCells(EmptyCells.MISSING)
            .withPenalties(
                expected.get("alphaW").asDouble(), expected.get("alphaH").asDouble(), 0.5);
    NmfSettings settings = settings(expected.get("rank").asInt(), 30);
    return new LocalNmf(settings.with(objective, Methods.HALS))
        .fit(known, Summaries.observed(known), w, ht);
  }

  private static JsonNode golden() throws IOException {
    try (InputStream in = MomentumTest.class.getResourceAsStream("/golden/momentum.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  private static double[] start(int rows, int rank) {
    double[] factor = new double[rows * rank];
    Arrays.setAll(factor, p -> ((7 * (p / rank) + 13 * (p % rank)) % 29 + 1) / 30.0);
    return factor;
  }

  /** A run that goes on from any iteration is the run that never stopped, after revivals too. */
  @ParameterizedTest
  @CsvSource({"SINGLE, ZERO", "DOUBLE, ZERO", "SINGLE, MISSING", "DOUBLE, MISSING"})
  void resumedAfterAnyIterationItEndsWithTheSameBits(Precision precision, EmptyCells emptyCells) {
    PlainMatrix cells = PlainMatrix.random(31, 23, 0.4, 3);
    Objective objective = Objective.frobenius().withEmptyCells(emptyCells);
    boolean missing = objective.isMissing();
    MatrixBlock x = missing ? cells.observed((i, j) -> (i + j) % 5) : cells.sparse();
    MatrixSummary summary = missing ? Summaries.observed(x) : cells.summary();
    NmfSettings settings = settings(6, 50).with(precision).with(objective);
    RandomStart random = new RandomStart(5, summary.mean(), 6);
    Optional<Revival> revival = Optional.of(Revival.of(random, HeldSets.none()));
    Trial.Step start = Trial.start(summary, settings);
    // A dead component, so that there is something to revive.
    for (int p = 0; p < start.w().length; p += 6) {
      start.w()[p] = 0;
    }
    for (int p = 0; p < start.ht().length; p += 6) {
      start.ht()[p] = 0;
    }
    List<LoopState> states = new ArrayList<>();
    List<Trial.Step> steps = new ArrayList<>();
    List<LoopMemory> memories = new ArrayList<>();
    MomentumRun whole = new MomentumRun(x, summary, settings, HeldSets.none(), start);
    FitResult result =
        whole
            .loop(
                revival,
                (iteration, last, state) -> {
                  states.add(state.get());
                  steps.add(Trial.start(whole.w.toArray(), whole.factors.ht().toArray()));
                  memories.add(whole.factors.memory());
                })
            .run(whole.factors, whole.rules.loss());
    assertThat(result.rejected()).isPositive();
    assertThat(states.get(states.size() - 1).revivals()).isNotEmpty();
    for (int t = 0; t < states.size(); t++) {
      MomentumRun again = new MomentumRun(x, summary, settings, HeldSets.none(), steps.get(t));
      again.factors.remember(memories.get(t));
      FitResult resumed =
          again
              .loop(revival, LoopKeeper.NONE)
              .resume(again.factors, again.rules.loss(), states.get(t));
      assertThat(again.w.toArray()).containsExactly(whole.w.toArray());
      assertThat(again.factors.ht().toArray()).containsExactly(whole.factors.ht().toArray());
      assertThat(totals(resumed)).isEqualTo(totals(result));
      assertThat(resumed.rejected()).isEqualTo(result.rejected());
      assertThat(resumed.stopReason()).isEqualTo(result.stopReason());
      assertThat(resumed.kktResidual()).isEqualTo(result.kktResidual());
    }
  }

  private static List<Double> totals(FitResult result) {
    return result.history().stream().map(Iteration::total).toList();
  }

  /** From eleven starts: the objective that plain iterations have after 100 of them. */
  @Test
  void halfOfTheIterationsAreEnough() {
    PlainMatrix x = PlainMatrix.random(60, 40, 0.3, 11);
    int[] needed =
        IntStream.range(0, 11)
            .map(
                seed -> {
                  NmfSettings settings = Trial.seeded(settings(5, 100), seed);
                  settings = settings.with(settings.objective(), Solver.HALS.method());
                  double goal = Trial.fit(x, Trial.withoutMomentum(settings)).result().loss();
                  return firstBelow(Trial.fit(x, settings).result(), goal * (1 + 1e-4));
                })
            .sorted()
            .toArray();
    assertThat(needed[5]).isLessThanOrEqualTo(50);
  }

  private static int firstBelow(FitResult result, double goal) {
    return result.history().stream()
        .filter(iteration -> iteration.total() <= goal)
        .findFirst()
        .map(Iteration::number)
        .orElse(Integer.MAX_VALUE);
  }

  /** Nothing can be found any more where an ordinary iteration does not find it. */
  @Test
  void endsWhereAnOrdinaryIterationRaisesTheObjective() {
    PlainMatrix x = PlainMatrix.random(12, 9, 0.6, 3);
    FitResult result = Trial.fit(x, settings(3, 5000)).result();
    assertThat(result.iterations()).isLessThan(5000);
    assertThat(result.stopReason().converged()).isTrue();
    assertThat(result.stopReason().words())
        .isEqualTo(
            "converged: no descent within rounding, an iteration without momentum did not lower the"
                + " objective");
    List<Iteration> history = result.history();
    assertThat(history.get(history.size() - 1).accepted()).isFalse();
    assertThat(history.get(history.size() - 2).accepted()).isFalse();
    assertThat(result.kktResidual()).isLessThan(1e-6);
  }

  /** An exact fit is improved as long as without momentum, though its objective tells nothing. */
  @Test
  void anExactFitIsFound() {
    PlainMatrix x =
        PlainMatrix.product(PlainMatrix.factor(9, 2, 1), PlainMatrix.factor(8, 2, 2), 2);
    FitResult result = Trial.fit(x, settings(2, 3000)).result();
    assertThat(result.relativeError()).isLessThan(1e-12);
  }

  @Test
  void isRefusedWhereItIsNotServed() {
    Updates wanted = Updates.by(Solver.HALS.method()).with(Momentum.YES);
    NmfSettings settings = settings(3, 5).with(wanted);
    assertThat(settings.hasMomentum()).isTrue();
    assertThatThrownBy(() -> settings.with(Objective.frobenius(), Solver.MU.method()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "momentum yes works with solver hals and loss frobenius, and with solver mu, loss"
                + " kullback-leibler and penalty-update majorize, got solver mu, loss frobenius"
                + " and penalty-update majorize; say --momentum auto");
    Objective missing = Objective.frobenius().withEmptyCells(EmptyCells.MISSING);
    assertThat(settings.with(missing).hasMomentum()).isTrue();
    assertThat(Trial.withoutMomentum(settings).hasMomentum()).isFalse();
  }
}
