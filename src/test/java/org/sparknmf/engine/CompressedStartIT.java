package org.sparknmf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.StartPair;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.matrix.GridSettings;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.engine.plan.PlanKind;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.linalg.CsrBuilder;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.Precision;
import org.sparknmf.linalg.SparseBlock;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.loop.AlternatingLoop;
import org.sparknmf.solver.loop.CompressedAlternation;
import org.sparknmf.solver.loop.Iteration;
import org.sparknmf.solver.loop.UpdateOrder;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.solver.update.Rules;
import org.sparknmf.testing.Cell;
import org.sparknmf.testing.ColumnSums;
import org.sparknmf.testing.SampleMatrix;
import org.sparknmf.testing.TestSpark;

/** Start values from iterations on a compressed X, and the fit after them. */
class CompressedStartIT {
  private final JavaSparkContext context = new JavaSparkContext(TestSpark.session().sparkContext());

  @TempDir private Path checkpoints;

  /** What is not the same in every fit. */
  private record Layout(PlanKind kind, int partitions, Orientation side, Precision precision) {
    private Layout(PlanKind kind, int partitions) {
      this(kind, partitions, Orientation.ROWS, Precision.DOUBLE);
    }
  }

  /** The iterations on the compressed X and those on X, and the factors by the engine's names. */
  @SuppressWarnings("ArrayRecordComponent") // Compared by the assertions.
  private record Fit(
      List<Iteration> compressed, List<Iteration> history, double[] rows, double[] columns) {

    private List<Double> totals() {
      return totals(history);
    }

    private List<Double> compressedTotals() {
      return totals(compressed);
    }

    private static List<Double> totals(List<Iteration> history) {
      return history.stream().map(Iteration::total).toList();
    }
  }

  private static NmfSettings settings(int rank, int iterations) {
    return new NmfSettings(rank, iterations, 0, 11).with(Objective.frobenius(), Methods.HALS);
  }

  private Fit fit(MatrixBlock x, NmfSettings wanted, Layout layout) {
    NmfSettings settings = wanted.with(layout.precision);
    boolean turned = layout.side == Orientation.COLUMNS;
    try (SparkScope scope = new SparkScope(context)) {
      Engines engines = engines(x, settings, layout, scope);
      NmfSettings own = turned ? settings.with(settings.objective().turned()) : settings;
      List<Iteration> compressed = new ArrayList<>();
      StartPair pair = new CompressedStart(engines, own, compressed::add).find();
      Rules rules = UpdateRules.of(own, engines.x().summary());
      FitEngine engine =
          engines.open(
              new EngineTask(
                  engines.x().grid(),
                  turned ? pair.h() : pair.w(),
                  turned ? pair.w() : pair.h(),
                  rules,
                  turned ? UpdateOrder.COLUMNS_FIRST : UpdateOrder.ROWS_FIRST));
      List<Iteration> history =
          new AlternatingLoop(
                  settings,
                  iteration -> {
                    if (iteration.number() == 0) {
                      pair.release().run();
                    }
                  })
              .run(engine.alternation(), rules.loss())
              .history();
      return new Fit(compressed, history, numbers(engine.w()), numbers(engine.h()));
    }
  }

  private Engines engines(MatrixBlock x, NmfSettings settings, Layout layout, SparkScope scope) {
    List<Cell> cells = Cell.of(x);
    boolean byRows = layout.side == Orientation.ROWS;
    GridSettings grid =
        new GridSettings(
            settings.rank(),
            layout.partitions,
            settings.precision(),
            layout.side,
            EmptyCells.ZERO,
            0);
    DistributedMatrix matrix =
        DistributedMatrix.assemble(
            context.parallelize(cells, 3),
            Cell.decoder(),
            new BlockGrid(
                byRows ? x.rows() : x.columns(),
                byRows ? x.columns() : x.rows(),
                cells.size(),
                grid),
            DuplicatePolicy.ERROR,
            scope);
    EngineSettings places =
        new EngineSettings(checkpoints.toUri().toString(), 4, settings.maxIterations());
    return new Engines(layout.kind, matrix, places, scope);
  }

  private static double[] numbers(JavaRDD<FactorPart> factor) {
    return factor.collect().stream()
        .flatMapToDouble(part -> Arrays.stream(part.rows().toArray()))
        .toArray();
  }

  /** src/bench/compressed_oracle.py, which is numpy on a dense X^ and the formulas alone. */
  @Tag("everyBuild")
  @ParameterizedTest
  @ValueSource(strings = {"digits", "bible-kjv"})
  void meetsTheTrajectoryOfAnIndependentImplementation(String sample) throws IOException {
    JsonNode expected;
    try (InputStream in = CompressedStartIT.class.getResourceAsStream("/golden/compressed.json")) {
      expected = new ObjectMapper().readTree(in).get(sample);
    }
    SampleMatrix x = SampleMatrix.of(sample);
    CsrBuilder builder = new CsrBuilder(x.rows().size(), x.columns().size());
    x.cells().forEach(cell -> builder.add(cell.row(), cell.column(), cell.value()));
    MatrixBlock block = new SparseBlock(builder.build(DuplicatePolicy.ERROR));
    int rank = expected.get("rank").asInt();
    Fit fit = fit(block, settings(rank, 10), new Layout(PlanKind.DRIVER, 1));
    require(fit.compressed, expected, "compressedObjectives", "compressedAccepted");
    require(fit.history, expected, "objectives", "accepted");
    ColumnSums.require(expected.get("columnSumsOfW"), fit.rows, rank);
    ColumnSums.require(expected.get("columnSumsOfH"), fit.columns, rank);
  }

  /** W comes first wherever it is: X^ and the start on it are the same but for rounding. */
  @Test
  void aTurnedXIsCompressedInTheSameWay() {
    MatrixBlock x = Cell.random(97, 211, 0.3, 12);
    Fit direct = fit(x, settings(6, 1), new Layout(PlanKind.DRIVER, 1));
    Fit turned =
        fit(
            x,
            settings(6, 1),
            new Layout(PlanKind.DRIVER, 1, Orientation.COLUMNS, Precision.DOUBLE));
    double start = direct.compressed.get(0).total();
    assertThat(turned.compressed.get(0).total()).isCloseTo(start, within(1e-9 * start));
    double last = direct.history.get(0).total();
    assertThat(turned.history.get(0).total()).isCloseTo(last, within(0.05 * last));
  }

  /** X^ is X then, though l is above its rank: the fit ends at the norm of the rounding. */
  @Test
  void anXOfLowRankIsCompressedWithoutLoss() {
    double[] w = new double[41];
    double[] ht = new double[29];
    Arrays.setAll(w, i -> 1 + i % 7);
    Arrays.setAll(ht, j -> 1 + j % 5);
    MatrixBlock x = Cell.product(w, ht, 1);
    Fit fit = fit(x, settings(3, 2), new Layout(PlanKind.DRIVER, 1));
    assertThat(fit.history.get(0).relativeError()).isLessThan(1e-6);
    assertThat(fit.rows).doesNotContain(Double.NaN);
    assertThat(fit.columns).doesNotContain(Double.NaN);
  }

  private static void require(
      List<Iteration> history, JsonNode expected, String objectives, String accepted) {
    assertThat(history).hasSize(expected.get(objectives).size());
    for (int t = 0; t < history.size(); t++) {
      double objective = expected.get(objectives).get(t).asDouble();
      assertThat(history.get(t).total()).isCloseTo(objective, within(1e-9 * objective));
      assertThat(history.get(t).accepted()).isEqualTo(expected.get(accepted).get(t).asBoolean());
    }
  }

  /** More columns than a stripe has, so that the columns' side has several parts. */
  @ParameterizedTest
  @EnumSource(PlanKind.class)
  void everyPlanHasTheSameBitsOnAnyPartitions(PlanKind kind) {
    MatrixBlock x = Cell.random(211, 1297, 0.04, 5);
    NmfSettings settings =
        settings(7, 2).with(Objective.frobenius().withPenalties(0.001, 0.002, 0.5));
    requireSameBits(x, settings, kind, Orientation.ROWS, Precision.DOUBLE, 1, 7, 64);
    requireSameBits(x, settings, kind, Orientation.ROWS, Precision.SINGLE, 7);
    requireSameBits(x, settings, kind, Orientation.COLUMNS, Precision.DOUBLE, 7);
  }

  private void requireSameBits(
      MatrixBlock x,
      NmfSettings settings,
      PlanKind kind,
      Orientation side,
      Precision precision,
      int... partitions) {
    Fit one = fit(x, settings, new Layout(PlanKind.DRIVER, 1, side, precision));
    for (int count : partitions) {
      Fit other = fit(x, settings, new Layout(kind, count, side, precision));
      assertThat(other.rows).containsExactly(one.rows);
      assertThat(other.columns).containsExactly(one.columns);
      assertThat(other.totals()).isEqualTo(one.totals());
      assertThat(other.compressedTotals()).isEqualTo(one.compressedTotals());
    }
  }

  /** By construction: on X^, then on X, whose objective begins above that of X^ in the end. */
  @ParameterizedTest
  @CsvSource({"40, 30, 0.2, 5", "97, 211, 0.05, 12", "300, 41, 0.9, 31", "64, 64, 0.02, 60"})
  void theObjectiveNeverRises(int rows, int columns, double density, int rank) {
    MatrixBlock x = Cell.random(rows, columns, density, rank);
    Fit fit = fit(x, settings(rank, 10), new Layout(PlanKind.DRIVER, 1));
    assertThat(fit.compressedTotals()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(fit.totals()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(fit.compressed.size() - 1).isBetween(1, CompressedAlternation.MOST_ITERATIONS);
    assertThat(fit.compressed.get(fit.compressed.size() - 1).total())
        .isLessThan(fit.compressed.get(0).total());
  }
}
