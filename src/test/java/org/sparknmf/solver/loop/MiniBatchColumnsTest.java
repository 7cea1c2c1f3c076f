package org.sparknmf.solver.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.Precision;
import org.sparknmf.linalg.SparseBlock;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.PenaltyUpdate;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.MiniBatch;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.solver.method.Updates;
import org.sparknmf.solver.update.Rules;
import org.sparknmf.testing.Cell;
import org.sparknmf.testing.MiniBatchGolden;
import org.sparknmf.testing.Solver;
import org.sparknmf.testing.Summaries;

/** Mini-batches of consecutive rows in one JVM against scikit-learn's, and against one batch. */
class MiniBatchColumnsTest {
  private static final MiniBatchGolden GOLDEN = new MiniBatchGolden();

  /** A run and where it ended. */
  private static final class Fit {
    private double[] w;
    private double[] ht;
    private FitResult result;
  }

  static List<JsonNode> trajectories() {
    return GOLDEN.trajectories();
  }

  static List<JsonNode> stops() {
    return GOLDEN.stops();
  }

  private static Fit fit(
      MatrixBlock x, NmfSettings settings, double[] w0, double[] ht0, int batchRows) {
    int rank = settings.rank();
    MatrixSummary all = Summaries.of(x);
    Rules rules = UpdateRules.of(settings, all);
    List<RowBatch> batches = new ArrayList<>();
    List<Factor> parts = new ArrayList<>();
    for (int from = 0; from < x.rows(); from += batchRows) {
      int to = Math.min(from + batchRows, x.rows());
      MatrixBlock part = new SparseBlock(x.toCsr().slice(from, to));
      Rules own = UpdateRules.of(settings, Summaries.of(part).onScaleOf(all));
      Factor w = factor(Arrays.copyOfRange(w0, from * rank, to * rank), rank);
      parts.add(w);
      batches.add(new RowBatch(new LocalRowSide(part, w, own), own, to - from));
    }
    MiniBatchColumns columns =
        new MiniBatchColumns(batches, factor(ht0, rank), rules, settings, all);
    Fit fit = new Fit();
    fit.result = new AlternatingLoop(settings, iteration -> {}).run(columns, rules.loss());
    fit.w = parts.stream().flatMapToDouble(part -> Arrays.stream(part.toArray())).toArray();
    fit.ht = columns.ht().toArray();
    return fit;
  }

  private static Factor factor(double[] entries, int rank) {
    Factor factor = Factor.zeros(Precision.DOUBLE, entries.length / rank, rank);
    factor.write(0, factor.rows(), entries);
    return factor;
  }

  @ParameterizedTest
  @MethodSource("trajectories")
  void meetsScikitLearnsTrajectories(JsonNode expected) {
    int batchRows = expected.get("batch").asInt();
    NmfSettings settings = GOLDEN.settings(expected, expected.get("iterations").asInt(), 0);
    Fit fit = fit(GOLDEN.x(), settings, GOLDEN.w0(), GOLDEN.ht0(), batchRows);
    assertThat(fit.w).containsExactly(GOLDEN.w(expected), within(1e-9));
    assertThat(fit.ht).containsExactly(GOLDEN.ht(expected), within(1e-9));
    assertThat(fit.result.loss()).isCloseTo(expected.get("divergence").asDouble(), within(1e-9));
    assertThat(fit.result.stopReason().words())
        .isEqualTo("reached the limit of 5 passes over X as asked");
  }

  @ParameterizedTest
  @MethodSource("stops")
  void stopsWhereScikitLearnDoes(JsonNode expected) {
    int batchRows = expected.get("batch").asInt();
    NmfSettings settings = GOLDEN.settings(expected, 40, expected.get("tol").asDouble());
    Fit fit = fit(GOLDEN.x(), settings, GOLDEN.w0(), GOLDEN.ht0(), batchRows);
    int steps = expected.get("steps").asInt();
    int batches = GOLDEN.x().rows() / batchRows;
    assertThat(fit.result.iterations()).isEqualTo(expected.get("passes").asInt());
    assertThat(fit.ht).containsExactly(GOLDEN.ht(expected), within(1e-9));
    StopReason reason = fit.result.stopReason();
    assertThat(reason.converged()).as(reason.words()).isEqualTo(steps < 40 * batches);
    assertThat(reason.words())
        .contains(
            reason.converged()
                ? "that was batch %d of %d in pass %d over X"
                    .formatted((steps - 1) % batches + 1, batches, (steps - 1) / batches + 1)
                : "reached the limit of 40 passes over X before the tolerance");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.5, 0, 0.5, 1, 1.5, 2, 2.5})
  void oneBatchThatForgetsIsTheOrdinaryUpdate(double beta) {
    for (double alpha : new double[] {0, 0.02}) {
      Objective objective =
          Objective.ofBeta(beta)
              .withPenalties(alpha, alpha, 0.5)
              .withPenaltyUpdate(PenaltyUpdate.RATIO);
      NmfSettings ordinary =
          Trial.withOneInnerUpdate(
              new NmfSettings(3, 20, 0, 1).with(objective, Solver.MU.method()));
      LocalNmf.Factors expected =
          new LocalNmf(ordinary)
              .fit(GOLDEN.x(), Summaries.of(GOLDEN.x()), GOLDEN.w0(), GOLDEN.ht0());
      NmfSettings online =
          ordinary.with(new Updates(Methods.MU, Updates.AUTO, new MiniBatch(12, 0)));
      Fit fit = fit(GOLDEN.x(), online, GOLDEN.w0(), GOLDEN.ht0(), 12);
      assertThat(fit.w).containsExactly(expected.w(), within(1e-12));
      assertThat(fit.ht).containsExactly(expected.ht(), within(1e-12));
      assertThat(fit.result.loss()).isCloseTo(expected.result().loss(), within(1e-12));
      assertThat(fit.result.penalty()).isCloseTo(expected.result().penalty(), within(1e-12));
      assertThat(fit.result.kktResidual())
          .isCloseTo(expected.result().kktResidual(), within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2})
  void cellsMayBeUnknown(double beta) {
    MatrixBlock x = Cell.random(61, 13, 0.4, 5);
    Objective missing = Objective.ofBeta(beta).withEmptyCells(EmptyCells.MISSING);
    NmfSettings settings =
        new NmfSettings(3, 30, 0, 1)
            .with(missing, Solver.MU.method())
            .with(new Updates(Methods.MU, Updates.AUTO, new MiniBatch(10, 0.7)));
    double[] w0 = IntStream.range(0, 61 * 3).mapToDouble(i -> 0.5 + i % 7 * 0.1).toArray();
    double[] ht0 = IntStream.range(0, 13 * 3).mapToDouble(i -> 0.5 + i % 5 * 0.1).toArray();
    Fit fit = fit(x, settings, w0, ht0, 10);
    List<Iteration> history = fit.result.history();
    assertThat(history.get(30).objective()).isLessThan(0.5 * history.get(0).objective());
    assertThat(history.get(30).objective()).isCloseTo(fit.result.loss(), within(1e-9));
  }

  /** The pass ends early, but not the first: each row has been seen. */
  @Test
  void aStepThatChangesNothingEndsTheFirstPassAtItsEnd() {
    NmfSettings settings =
        new NmfSettings(3, 9, 1e9, 1)
            .with(new Updates(Methods.MU, Updates.AUTO, new MiniBatch(3, 0.7)));
    Fit fit = fit(GOLDEN.x(), settings, GOLDEN.w0(), GOLDEN.ht0(), 3);
    assertThat(fit.result.iterations()).isEqualTo(1);
    assertThat(fit.result.stopReason().words())
        .startsWith("converged: a batch changed H by ")
        .endsWith("that was batch 4 of 4 in pass 1 over X");
    List<Double> start = Arrays.stream(GOLDEN.w0()).boxed().toList();
    assertThat(fit.w).doesNotContain(start.get(0), start.get(start.size() - 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1 | 0.7 | mini-batch must be off or at least 1 row, got -1; change --mini-batch",
        "5 | 1.1 | forget-factor must be from 0 to 1, got 1.1; change --forget-factor",
        "5 | NaN | forget-factor must be from 0 to 1, got NaN; change --forget-factor",
      })
  void refusesValuesOutOfRange(int rows, double forgetFactor, String message) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> new MiniBatch(rows, forgetFactor))
        .withMessage(message);
  }
}
