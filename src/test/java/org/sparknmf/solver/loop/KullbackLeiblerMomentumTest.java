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
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.MatrixBlocks;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.PenaltyUpdate;
import org.sparknmf.solver.method.MiniBatch;
import org.sparknmf.solver.method.Momentum;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.Updates;
import org.sparknmf.solver.start.RandomStart;
import org.sparknmf.solver.start.Revival;
import org.sparknmf.solver.update.HeldSets;
import org.sparknmf.testing.PlainMatrix;
import org.sparknmf.testing.SampleMatrix;
import org.sparknmf.testing.Solver;
import org.sparknmf.testing.Summaries;

/** Multiplicative updates for Kullback-Leibler with momentum on both factors. */
class KullbackLeiblerMomentumTest {
  private static final int PROBLEMS = 2000;

  private static NmfSettings settings(int rank, int iterations) {
    return withMomentum(Trial.settings(Objective.ofBeta(1), Solver.MU, rank, iterations));
  }

  private static NmfSettings withMomentum(NmfSettings settings) {
    return settings.with(settings.updates().with(Momentum.YES));
  }

  private static NmfSettings missing(NmfSettings settings) {
    return settings.with(settings.objective().withEmptyCells(EmptyCells.MISSING));
  }

  /** Any kind of problem: shape, cells, weights, scale, penalties, precision, held components. */
  private record Problem(
      PlainMatrix x, PlainMatrix weights, MatrixBlock block, NmfSettings settings, HeldSets held) {

    static Problem of(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      AnyMatrix any = AnyMatrix.of(random, seed);
      Objective objective = Objective.ofBeta(1);
      if (random.nextInt(3) == 0) {
        objective =
            objective.withPenalties(
                random.nextDouble(0.1), random.nextDouble(0.1), random.nextInt(3) / 2.0);
      }
      PlainMatrix x = any.x();
      int rows = x.rows();
      int columns = x.columns();
      boolean isMissing = random.nextInt(4) == 0;
      PlainMatrix weights =
          PlainMatrix.of(rows, columns, (i, j) -> isMissing ? (5 * i + 3 * j) % 4 * 0.5 : 1);
      boolean isObserved = isMissing && known(weights) > 0;
      NmfSettings settings =
          KullbackLeiblerMomentumTest.settings(any.rank(), 40)
              .withSeed(seed)
              .with(objective)
              .with(any.single() ? Precision.SINGLE : Precision.DOUBLE);
      MatrixBlock block = random.nextBoolean() ? x.sparse() : x.dense();
      HeldSets held = any.held(random);
      return isObserved
          ? new Problem(x, weights, x.observed(weights::at), missing(settings), held)
          : new Problem(x, PlainMatrix.of(rows, columns, (i, j) -> 1), block, settings, held);
    }

    private static long known(PlainMatrix weights) {
      return IntStream.range(0, weights.rows() * weights.columns())
          .filter(p -> weights.at(p / weights.columns(), p % weights.columns()) > 0)
          .count();
    }

    MatrixSummary summary() {
      return settings.objective().isMissing() ? Summaries.observed(block) : Summaries.of(block);
    }

    /**
     * What is minimised, from its definition, cell by cell; logarithms see no y below the floor.
     */
    double objective(double[] w, double[] ht) {
      int k = settings.rank();
      double floor = Math.max(0x1.0p-23 * summary().mean(), Double.MIN_NORMAL);
      double sum = 0;
      for (int i = 0; i < x.rows(); i++) {
        for (int j = 0; j < x.columns(); j++) {
          double y = PlainMatrix.dot(w, i, ht, j, k);
          double high = Math.max(y, floor);
          double cell = x.at(i, j);
          double charged = settings.objective().isMissing() ? high : y;
          double logarithm = cell > 0 ? cell * Math.log(cell / high) - cell : 0;
          sum += weights.at(i, j) * (logarithm + charged);
        }
      }
      Objective what = settings.objective();
      return Math.max(0, sum)
          + charge(w, what.ofW(x.columns()).l1(), what.ofW(x.columns()).l2())
          + charge(ht, what.ofH(x.rows()).l1(), what.ofH(x.rows()).l2());
    }

    private static double charge(double[] factor, double l1, double l2) {
      return Arrays.stream(factor).map(v -> l1 * v + l2 / 2 * v * v).sum();
    }

    /** The sum of all cells, in parts of which objectives are rounded. */
    double size() {
      return x.mean() * x.rows() * x.columns();
    }
  }

  /** The factors after each iteration, and what they come to by definition. */
  private static List<Iteration> requireDescent(Problem problem) {
    MatrixSummary summary = problem.summary();
    Trial.Step start = Trial.start(summary, problem.settings);
    MomentumRun run =
        new MomentumRun(problem.block, summary, problem.settings, problem.held, start);
    List<double[]> ws = new ArrayList<>(List.of(run.w.toArray()));
    List<double[]> hts = new ArrayList<>(List.of(run.factors.ht().toArray()));
    FitResult result =
        run.run(
            (iteration, last, state) -> {
              ws.add(run.w.toArray());
              hts.add(run.factors.ht().toArray());
            });
    boolean single = problem.settings.precision() == Precision.SINGLE;
    double first = problem.objective(ws.get(0), hts.get(0));
    double rounding = (single ? 1e-5 : 1e-13) * (problem.size() + first) + 1e-300;
    double before = Double.POSITIVE_INFINITY;
    for (Iteration iteration : result.history()) {
      int t = iteration.number();
      Trial.assertFactor(ws.get(t));
      Trial.assertFactor(hts.get(t));
      double total = problem.objective(ws.get(t), hts.get(t));
      assertThat(total).isLessThanOrEqualTo(before + rounding);
      assertThat(iteration.total()).isCloseTo(total, within(rounding + 1e-12 * total));
      if (t > 0) {
        assertThat(iteration.total()).isLessThanOrEqualTo(result.history().get(t - 1).total());
      }
      if (!iteration.accepted()) {
        assertThat(ws.get(t)).containsExactly(ws.get(t - 1));
        assertThat(hts.get(t)).containsExactly(hts.get(t - 1));
        assertThat(iteration.total()).isEqualTo(result.history().get(t - 1).total());
      }
      before = total;
    }
    assertThat(result.loss() + result.penalty()).isEqualTo(last(result).total());
    int k = problem.settings.rank();
    MomentumRun.requireHeld(k, ws, problem.held.w().cardinality());
    MomentumRun.requireHeld(k, hts, problem.held.h().cardinality());
    return result.history();
  }

  private static Iteration last(FitResult result) {
    return result.history().get(result.history().size() - 1);
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
    assertThat(accepted).isGreaterThan(20 * PROBLEMS);
  }

  /** src/bench/kullback_leibler_oracle.py, which is numpy on the formulas alone. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void meetsTheTrajectoryOfAnIndependentImplementation(int number) throws IOException {
    JsonNode expected = golden().get(number);
    boolean isMissing = expected.get("missing").asBoolean();
    SampleMatrix x = SampleMatrix.of(expected.get("sample").asText());
    CsrBuilder builder =
        new CsrBuilder(
            x.rows().size(), x.columns().size(), isMissing ? EmptyCells.MISSING : EmptyCells.ZERO);
    x.cells().stream()
        .filter(cell -> cell.value() > 0)
        .forEach(cell -> builder.add(cell.row(), cell.column(), cell.value()));
    MatrixBlock block = MatrixBlocks.observed(builder.build(DuplicatePolicy.ERROR));
    double[] w = start(block.rows(), expected.get("rank").asInt());
    double[] ht = start(block.columns(), expected.get("rank").asInt());
    int iterations = expected.get("objectives").size() - 1;
    double alpha = expected.get("alpha").asDouble();
    NmfSettings settings = settings(expected.get("rank").asInt(), iterations);
    settings = settings.with(settings.objective().withPenalties(alpha, alpha, 1));
    settings = isMissing ? missing(settings) : settings;
    MatrixSummary summary = isMissing ? Summaries.observed(block) : Summaries.of(block);
    LocalNmf.Factors factors = new LocalNmf(settings).fit(block, summary, w, ht);
    List<Iteration> history = factors.result().history();
    for (int t = 0; t <= iterations; t++) {
      double objective = expected.get("objectives").get(t).asDouble();
      assertThat(history.get(t).accepted()).isEqualTo(expected.get("accepted").get(t).asBoolean());
      assertThat(history.get(t).total()).isCloseTo(objective, within(1e-9 * objective));
    }
    requireSums(expected.get("columnSumsOfW"), factors.w());
    requireSums(expected.get("columnSumsOfH"), factors.ht());
  }

  private static JsonNode golden() throws IOException {
    try (InputStream in =
        KullbackLeiblerMomentumTest.class.getResourceAsStream("/golden/momentum-kl.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  private static double[] start(int rows, int rank) {
    double[] factor = new double[rows * rank];
    Arrays.setAll(factor, p -> ((7 * (p / rank) + 13 * (p % rank)) % 29 + 1) / 30.0);
    return factor;
  }

  private static void requireSums(JsonNode expected, double[] factor) {
    int rank = expected.size();
    for (int c = 0; c < rank; c++) {
      double sum = 0;
      for (int p = c; p < factor.length; p += rank) {
        sum += factor[p];
      }
      assertThat(sum).isCloseTo(expected.get(c).asDouble(), within(1e-9 * sum));
    }
  }

  /** The first iteration has no momentum: it is that of plain updates, H first. */
  @Test
  void beginsWithAnIterationOfMultiplicativeUpdates() {
    PlainMatrix x = PlainMatrix.random(17, 13, 0.6, 5);
    NmfSettings settings = settings(3, 1);
    Trial.Step start = Trial.start(x.summary(), settings);
    LocalNmf.Factors fit = Trial.fit(x, settings, start.w(), start.ht());
    Trial.Step plain =
        Trial.run(
            x.sparse(),
            x.summary(),
            Trial.withoutMomentum(settings),
            start,
            UpdateOrder.COLUMNS_FIRST,
            step -> {});
    assertThat(fit.w()).containsExactly(plain.w());
    assertThat(fit.ht()).containsExactly(plain.ht());
    assertThat(fit.result().loss()).isCloseTo(plain.progress().loss(), within(1e-12));
  }

  /** A run that goes on from any iteration is the run that never stopped, after revivals too. */
  @ParameterizedTest
  @CsvSource({"DOUBLE, false", "SINGLE, false", "DOUBLE, true"})
  void resumedAfterAnyIterationItEndsWithTheSameBits(Precision precision, boolean isMissing) {
    PlainMatrix cells = PlainMatrix.random(31, 23, 0.4, 3);
    MatrixBlock x = isMissing ? cells.observed((i, j) -> (i + 2 * j) % 5) : cells.sparse();
    MatrixSummary summary = isMissing ? Summaries.observed(x) : Summaries.of(x);
    NmfSettings plain = settings(6, 130).with(precision);
    NmfSettings settings = isMissing ? missing(plain) : plain;
    RandomStart random = new RandomStart(5, summary.mean(), 6);
    Optional<Revival> revival = Optional.of(Revival.of(random, HeldSets.none()));
    Trial.Step start = Trial.start(summary, settings);
    // A dead component, so that there is something to revive.
    for (int p = 0; p < start.w().length; p += 6) {
      start.w()[p] = 0;
    }
    List<LoopState> states = new ArrayList<>();
    List<Trial.Step> steps = new ArrayList<>();
    List<LoopMemory> memories = new ArrayList<>();
    List<Factor> rowsBefore = new ArrayList<>();
    MomentumRun whole = new MomentumRun(x, summary, settings, HeldSets.none(), start);
    FitResult result =
        whole
            .loop(
                revival,
                (iteration, last, state) -> {
                  states.add(state.get());
                  steps.add(Trial.start(whole.w.toArray(), whole.factors.ht().toArray()));
                  memories.add(whole.factors.memory());
                  rowsBefore.add(whole.rows.before());
                })
            .run(whole.factors, whole.rules.loss());
    assertThat(result.rejected()).isPositive();
    assertThat(states.get(states.size() - 1).revivals()).isNotEmpty();
    for (int t = 0; t < states.size(); t += t < 40 ? 1 : 7) {
      MomentumRun again = new MomentumRun(x, summary, settings, HeldSets.none(), steps.get(t));
      again.factors.remember(memories.get(t));
      again.rows.remember(rowsBefore.get(t));
      FitResult resumed =
          again
              .loop(revival, LoopKeeper.NONE)
              .resume(again.factors, again.rules.loss(), states.get(t));
      assertThat(again.w.toArray()).containsExactly(whole.w.toArray());
      assertThat(again.factors.ht().toArray()).containsExactly(whole.factors.ht().toArray());
      assertThat(resumed.history().stream().map(Iteration::total).toList())
          .isEqualTo(result.history().stream().map(Iteration::total).toList());
      assertThat(resumed.stopReason()).isEqualTo(result.stopReason());
      assertThat(resumed.kktResidual()).isEqualTo(result.kktResidual());
    }
  }

  /** From eleven starts: the objective that plain iterations have after 60 of them. */
  @Test
  void twoThirdsOfTheIterationsAreEnough() {
    PlainMatrix x = PlainMatrix.random(60, 40, 0.3, 11);
    int[] needed =
        IntStream.range(0, 11)
            .map(
                seed -> {
                  NmfSettings settings = settings(5, 60).withSeed(seed);
                  double goal = Trial.fit(x, Trial.withoutMomentum(settings)).result().loss();
                  return Trial.fit(x, settings).result().history().stream()
                      .filter(iteration -> iteration.total() <= goal)
                      .findFirst()
                      .map(Iteration::number)
                      .orElse(Integer.MAX_VALUE);
                })
            .sorted()
            .toArray();
    assertThat(needed[5]).isLessThanOrEqualTo(40);
  }

  /** Nothing can be found any more where an ordinary iteration does not find it: nor can many. */
  @Test
  void endsWhereAnOrdinaryIterationRaisesTheObjective() {
    PlainMatrix x = PlainMatrix.random(12, 9, 0.6, 3);
    LocalNmf.Factors fit = Trial.fit(x, settings(2, 20_000));
    assertThat(fit.result().iterations()).isLessThan(20_000);
    assertThat(fit.result().stopReason().words())
        .startsWith("converged: no descent within rounding");
    NmfSettings plain = Trial.withoutMomentum(settings(2, 1000));
    double later = Trial.fit(x, plain, fit.w(), fit.ht()).result().loss();
    assertThat(later).isCloseTo(fit.result().loss(), within(1e-9));
  }

  @Test
  void isThereWhereItIsAskedFor() {
    NmfSettings settings = settings(3, 5);
    assertThat(settings.hasMomentum()).isTrue();
    assertThat(settings.with(settings.updates().with(Momentum.AUTO)).hasMomentum()).isFalse();
    assertThat(missing(settings).hasMomentum()).isTrue();
    assertThatThrownBy(() -> settings.with(Objective.ofBeta(1.5)))
        .isInstanceOf(InvalidSettingException.class);
    Objective raised =
        settings.objective().withPenalties(1, 0, 0).withPenaltyUpdate(PenaltyUpdate.RATIO);
    assertThatThrownBy(() -> settings.with(raised))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageEndingWith(
            "got solver mu, loss kullback-leibler and penalty-update ratio; say"
                + " --momentum auto");
    MiniBatch batches = new MiniBatch(7, 0.5);
    assertThatThrownBy(
            () -> settings.with(new Updates(Solver.MU.method(), 1, batches, Momentum.YES)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "momentum yes and mini-batch exclude each other, got mini-batch 7; say --momentum auto"
                + " or --mini-batch off");
  }
}
