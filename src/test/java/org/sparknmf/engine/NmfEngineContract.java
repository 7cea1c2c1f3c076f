package org.sparknmf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.factor.FactorStart;
import org.sparknmf.engine.factor.StartPair;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.matrix.GridSettings;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.engine.plan.PlanKind;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.loop.AlternatingLoop;
import org.sparknmf.solver.loop.FitResult;
import org.sparknmf.solver.loop.Iteration;
import org.sparknmf.solver.loop.LocalNmf;
import org.sparknmf.solver.loop.UpdateOrder;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.MiniBatch;
import org.sparknmf.solver.method.Momentum;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.solver.method.Updates;
import org.sparknmf.solver.start.RandomStart;
import org.sparknmf.solver.start.ZeroFill;
import org.sparknmf.solver.update.Rules;
import org.sparknmf.testing.Cell;
import org.sparknmf.testing.Golden;
import org.sparknmf.testing.Solver;
import org.sparknmf.testing.Summaries;
import org.sparknmf.testing.TestSpark;

/** What every plan must hold: scikit-learn's numbers, {@link LocalNmf}'s, the same bits. */
abstract class NmfEngineContract {
  /** More columns than a stripe has, and not a multiple. */
  private static final int COLUMNS = 1297;

  private static final int ROWS = 211;
  private static final int RANK = 7;

  private final JavaSparkContext context = new JavaSparkContext(TestSpark.session().sparkContext());

  @TempDir private Path checkpoints;

  /** The plan under test. */
  abstract PlanKind kind();

  /** Both factors and all else, on the driver. */
  private static final class Fit {
    private double[] w;
    private double[] ht;
    private FitResult result;

    private List<Double> errors() {
      return result.history().stream().map(Iteration::relativeError).toList();
    }
  }

  /** What is not the same in every fit. */
  private record Layout(PlanKind kind, int partitions, UpdateOrder order, Orientation side) {
    private Layout(PlanKind kind, int partitions) {
      this(kind, partitions, UpdateOrder.ROWS_FIRST, Orientation.ROWS);
    }
  }

  private Fit fit(
      MatrixBlock x, NmfSettings settings, FactorStart w0, FactorStart h0, Layout layout) {
    boolean byRows = layout.side == Orientation.ROWS;
    try (SparkScope scope = new SparkScope(context)) {
      DistributedMatrix matrix = assemble(x, settings, layout, scope);
      NmfSettings held = byRows ? settings : settings.with(settings.objective().turned());
      Rules rules = UpdateRules.of(held, matrix.summary());
      EngineSettings engineSettings =
          new EngineSettings(checkpoints.toUri().toString(), 5, settings.maxIterations());
      FitEngine engine =
          new Engines(layout.kind, matrix, engineSettings, scope)
              .open(new EngineTask(matrix.grid(), w0, h0, rules, layout.order));
      Fit fit = new Fit();
      fit.result =
          new AlternatingLoop(settings, iteration -> {}).run(engine.alternation(), rules.loss());
      fit.w = numbers(engine.w());
      fit.ht = numbers(engine.h());
      return fit;
    }
  }

  private DistributedMatrix assemble(
      MatrixBlock x, NmfSettings settings, Layout layout, SparkScope scope) {
    List<Cell> cells = Cell.of(x);
    boolean byRows = layout.side == Orientation.ROWS;
    EmptyCells emptyCells = settings.objective().emptyCells();
    GridSettings grid =
        new GridSettings(
            settings.rank(), layout.partitions, settings.precision(), layout.side, emptyCells, 0);
    return DistributedMatrix.assemble(
        context.parallelize(cells, 3),
        Cell.decoder(),
        new BlockGrid(
            byRows ? x.rows() : x.columns(), byRows ? x.columns() : x.rows(), cells.size(), grid),
        DuplicatePolicy.ERROR,
        scope);
  }

  private static double[] numbers(JavaRDD<FactorPart> factor) {
    List<Double> numbers = new ArrayList<>();
    for (FactorPart part : factor.collect()) {
      for (double value : part.rows().toArray()) {
        numbers.add(value);
      }
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static FactorStart given(double[] entries, int rank) {
    return (firstRow, target) ->
        System.arraycopy(entries, (int) firstRow * rank, target, 0, target.length);
  }

  private static FactorStart random(RandomStart start, RandomStart.FactorName factor) {
    return (firstRow, target) -> start.fill(factor, firstRow, target);
  }

  private Fit fit(MatrixBlock x, NmfSettings settings, Layout layout) {
    RandomStart start = new RandomStart(settings.seed(), 0.25, settings.rank());
    FactorStart w0 = random(start, RandomStart.FactorName.W);
    FactorStart h0 = random(start, RandomStart.FactorName.H);
    return fit(x, settings, w0, h0, layout);
  }

  @ParameterizedTest
  @MethodSource("org.sparknmf.engine.EngineProblem#all")
  void solvesEveryProblemWithTheSameBits(EngineProblem problem) {
    MatrixBlock x = Cell.random(ROWS, COLUMNS, 0.04, 5);
    NmfSettings settings = problem.settings(RANK, Precision.DOUBLE);
    Fit one = fit(x, settings, new Layout(PlanKind.DRIVER, 1));
    if (problem.isPossible(kind())) {
      requireSameBits(fit(x, settings, new Layout(kind(), 7)), one);
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> fit(x, settings, new Layout(kind(), 7)));
    }
    assertThat(one.result.history().get(7).total()).isLessThan(one.result.history().get(0).total());
  }

  @ParameterizedTest
  @MethodSource("org.sparknmf.engine.EngineProblem#some")
  void solvesInSinglePrecisionAndTurnedToo(EngineProblem problem) {
    MatrixBlock x = Cell.random(83, 149, 0.1, 9);
    NmfSettings single = problem.settings(RANK, Precision.SINGLE);
    Fit one = fit(x, single, new Layout(PlanKind.DRIVER, 1));
    requireSameBits(fit(x, single, new Layout(kind(), 3)), one);

    NmfSettings settings = withoutMomentum(problem.settings(RANK, Precision.DOUBLE));
    RandomStart start = new RandomStart(3, 0.25, RANK);
    FactorStart a = random(start, RandomStart.FactorName.W);
    FactorStart b = random(start, RandomStart.FactorName.H);
    Fit direct = fit(x, settings, a, b, new Layout(kind(), 2));
    Layout turned = new Layout(kind(), 3, UpdateOrder.COLUMNS_FIRST, Orientation.COLUMNS);
    Fit other = fit(x, settings, b, a, turned);
    assertThat(other.w).containsExactly(direct.ht, within(1e-9));
    assertThat(other.ht).containsExactly(direct.w, within(1e-9));
  }

  /** With momentum the factor that travels is another one where X is turned. */
  private static NmfSettings withoutMomentum(NmfSettings settings) {
    return settings.with(settings.updates().with(Momentum.NO));
  }

  /** Through rejections and checkpoints, which are every five iterations. */
  @ParameterizedTest
  @CsvSource({
    "1, ROWS_FIRST, DOUBLE, ZERO",
    "7, COLUMNS_FIRST, DOUBLE, ZERO",
    "64, ROWS_FIRST, DOUBLE, ZERO",
    "7, ROWS_FIRST, SINGLE, ZERO",
    "7, COLUMNS_FIRST, DOUBLE, MISSING",
    "64, ROWS_FIRST, DOUBLE, MISSING",
    "7, ROWS_FIRST, SINGLE, MISSING"
  })
  void momentumHasTheSameBits(
      int partitions, UpdateOrder order, Precision precision, EmptyCells emptyCells) {
    MatrixBlock x = Cell.random(83, 149, 0.1, 9);
    NmfSettings settings =
        new NmfSettings(RANK, 45, 0, 11)
            .with(precision)
            .with(
                Objective.frobenius().withEmptyCells(emptyCells).withPenalties(0.001, 0.002, 0.5),
                Methods.HALS);
    Fit one = fit(x, settings, new Layout(PlanKind.DRIVER, 1, order, Orientation.ROWS));
    assertThat(one.result.rejected()).isBetween(1, 20);
    Fit fit = fit(x, settings, new Layout(kind(), partitions, order, Orientation.ROWS));
    requireSameBits(fit, one);
    assertThat(fit.result.stopReason()).isEqualTo(one.result.stopReason());
    assertThat(fit.result.history().stream().map(Iteration::accepted).toList())
        .isEqualTo(one.result.history().stream().map(Iteration::accepted).toList());
  }

  /** Both factors have momentum: with rejections and checkpoints, penalties and unknown cells. */
  @ParameterizedTest
  @CsvSource({
    "1, ROWS_FIRST, DOUBLE, ZERO",
    "7, COLUMNS_FIRST, DOUBLE, ZERO",
    "64, ROWS_FIRST, DOUBLE, MISSING",
    "7, ROWS_FIRST, SINGLE, ZERO"
  })
  void momentumOnBothFactorsHasTheSameBits(
      int partitions, UpdateOrder order, Precision precision, EmptyCells emptyCells) {
    MatrixBlock x = Cell.random(83, 149, 0.1, 9);
    NmfSettings settings =
        new NmfSettings(3, 90, 0, 11)
            .with(precision)
            .with(
                Objective.ofBeta(1).withEmptyCells(emptyCells).withPenalties(0.0001, 0.0002, 0.5),
                Methods.MU);
    settings = settings.with(settings.updates().with(Momentum.YES));
    Fit one = fit(x, settings, new Layout(PlanKind.DRIVER, 1, order, Orientation.ROWS));
    assertThat(one.result.rejected()).isBetween(1, 20);
    Fit fit = fit(x, settings, new Layout(kind(), partitions, order, Orientation.ROWS));
    requireSameBits(fit, one);
    assertThat(fit.result.stopReason()).isEqualTo(one.result.stopReason());
    assertThat(fit.result.history().stream().map(Iteration::accepted).toList())
        .isEqualTo(one.result.history().stream().map(Iteration::accepted).toList());
  }

  private static void requireSameBits(Fit actual, Fit expected) {
    assertThat(actual.w).containsExactly(expected.w);
    assertThat(actual.ht).containsExactly(expected.ht);
    assertThat(actual.errors()).isEqualTo(expected.errors());
    assertThat(actual.result.loss()).isEqualTo(expected.result.loss());
    assertThat(actual.result.penalty()).isEqualTo(expected.result.penalty());
    assertThat(actual.result.kktResidual()).isEqualTo(expected.result.kktResidual());
  }

  /**
   * Where sums are scattered or shuffled, one case of each beta: the rest is said by the bits,
   * which are those of the other plans.
   */
  @Test
  void meetsScikitLearnsTrajectories() {
    Golden golden = new Golden();
    Set<Double> met = new HashSet<>();
    FactorStart w0 = given(golden.w0(), 3);
    FactorStart h0 = given(golden.ht0(), 3);
    for (JsonNode expected : golden.cases()) {
      NmfSettings settings = Golden.settings(expected);
      boolean everyCell =
          Solver.betaOf(settings.objective()) != 1 && Solver.betaOf(settings.objective()) != 2;
      if (settings.maxIterations() < 100 || (everyCell && kind() == PlanKind.SHUFFLE)) {
        continue;
      }
      boolean first = met.add(Solver.betaOf(settings.objective()));
      if (!first && kind() != PlanKind.DRIVER) {
        continue;
      }
      Fit fit = fit(golden.x(), settings, w0, h0, new Layout(kind(), 2));
      assertThat(fit.w).containsExactly(Golden.w(expected), within(1e-9));
      assertThat(fit.ht).containsExactly(Golden.ht(expected), within(1e-9));
    }
  }

  @Test
  void meetsThemInSinglePrecision() {
    Golden golden = new Golden();
    FactorStart w0 = given(golden.w0(), 3);
    FactorStart h0 = given(golden.ht0(), 3);
    for (JsonNode expected : golden.multiplicativeCases(2.0)) {
      NmfSettings single = Golden.settings(expected).with(Precision.SINGLE);
      Fit fit = fit(golden.x(), single, w0, h0, new Layout(kind(), 2));
      requireRelative(fit.w, Golden.w(expected), 1e-4);
      requireRelative(fit.ht, Golden.ht(expected), 1e-4);
    }
  }

  /** The oracle in one JVM, and scikit-learn's numbers, from both orientations. */
  @ParameterizedTest
  @EnumSource(Orientation.class)
  void startsFromSingularVectors(Orientation side) {
    Golden golden = new Golden();
    Fit exact = singular(golden.x(), 3, ZeroFill.NONE, new Layout(kind(), 2, null, side));
    assertThat(exact.w).containsExactly(Golden.w(golden.nndsvd()), within(1e-9));
    assertThat(exact.ht).containsExactly(Golden.ht(golden.nndsvd()), within(1e-9));

    MatrixBlock x = Cell.random(ROWS, COLUMNS, 0.04, 5);
    Fit one = singular(x, RANK, ZeroFill.RANDOM, new Layout(PlanKind.DRIVER, 1, null, side));
    Fit fit = singular(x, RANK, ZeroFill.RANDOM, new Layout(kind(), 7, null, side));
    assertThat(fit.w).containsExactly(one.w);
    assertThat(fit.ht).containsExactly(one.ht);
  }

  private Fit singular(MatrixBlock x, int rank, ZeroFill fill, Layout layout) {
    NmfSettings settings = NmfSettings.defaults().withRank(rank);
    try (SparkScope scope = new SparkScope(context)) {
      DistributedMatrix matrix = assemble(x, settings, layout, scope);
      EngineSettings engineSettings = new EngineSettings(checkpoints.toUri().toString(), 5, 1);
      Engines engines = new Engines(layout.kind, matrix, engineSettings, scope);
      StartPair pair = new SingularStart(engines).find(fill, 3);
      boolean turned = layout.side == Orientation.COLUMNS;
      FactorSource rows = turned ? pair.h() : pair.w();
      FactorSource columns = turned ? pair.w() : pair.h();
      Rules rules = UpdateRules.of(settings, matrix.summary());
      FitEngine engine =
          engines.open(new EngineTask(matrix.grid(), rows, columns, rules, UpdateOrder.ROWS_FIRST));
      Fit start = new Fit();
      start.w = numbers(turned ? engine.h() : engine.w());
      start.ht = numbers(turned ? engine.w() : engine.h());
      return start;
    }
  }

  /** Relative to the factor's largest entry: an entry that vanishes has no digits of its own. */
  private static void requireRelative(double[] actual, double[] expected, double tolerance) {
    double largest = 0;
    for (double value : expected) {
      largest = Math.max(largest, value);
    }
    assertThat(actual).containsExactly(expected, within(tolerance * largest));
  }

  @ParameterizedTest
  @CsvSource({
    "1, ROWS_FIRST, DOUBLE, 1",
    "2, ROWS_FIRST, DOUBLE, 1",
    "7, ROWS_FIRST, DOUBLE, 3",
    "64, ROWS_FIRST, DOUBLE, 1",
    "2, COLUMNS_FIRST, DOUBLE, 1",
    "7, COLUMNS_FIRST, DOUBLE, 2",
    "1, ROWS_FIRST, SINGLE, 1",
    "7, ROWS_FIRST, SINGLE, 2"
  })
  void hasTheSameBitsAsAnyOtherPlan(
      int partitions, UpdateOrder order, Precision precision, int innerUpdates) {
    MatrixBlock x = Cell.random(ROWS, COLUMNS, 0.04, 5);
    NmfSettings settings =
        new NmfSettings(RANK, 13, 0, 11)
            .with(precision)
            .with(new Updates(Methods.MU, innerUpdates, MiniBatch.OFF));
    Fit one = fit(x, settings, new Layout(PlanKind.DRIVER, 1, order, Orientation.ROWS));
    Fit fit = fit(x, settings, new Layout(kind(), partitions, order, Orientation.ROWS));
    requireSameBits(fit, one);
  }

  @Tag("everyBuild")
  @Test
  void agreesWithLocalNmfAndInBitsWithTheDriver() {
    MatrixBlock x = Cell.random(ROWS, COLUMNS, 0.04, 5);
    NmfSettings settings = new NmfSettings(RANK, 23, 0, 11);
    RandomStart start = new RandomStart(settings.seed(), 0.25, RANK);
    double[] w0 = new double[ROWS * RANK];
    double[] ht0 = new double[COLUMNS * RANK];
    start.fill(RandomStart.FactorName.W, 0, w0);
    start.fill(RandomStart.FactorName.H, 0, ht0);
    LocalNmf.Factors local = new LocalNmf(settings).fit(x, Summaries.of(x), w0, ht0);
    Fit fit = fit(x, settings, new Layout(kind(), 3));
    assertThat(fit.w).containsExactly(local.w(), within(1e-9));
    assertThat(fit.ht).containsExactly(local.ht(), within(1e-9));
    requireSameBits(fit, fit(x, settings, new Layout(PlanKind.DRIVER, 1)));
  }

  /** Turning X, and the order of updates with it, is factorising the transpose: to the bit. */
  @ParameterizedTest
  @EnumSource(UpdateOrder.class)
  void turnedIsTheTranspose(UpdateOrder order) {
    MatrixBlock x = Cell.random(83, 149, 0.1, 9);
    MatrixBlock transpose = Cell.transposed(x);
    NmfSettings settings = new NmfSettings(5, 11, 0, 3);
    RandomStart start = new RandomStart(3, 0.25, 5);
    FactorStart a = random(start, RandomStart.FactorName.W);
    FactorStart b = random(start, RandomStart.FactorName.H);
    Fit turned = fit(x, settings, b, a, new Layout(kind(), 3, order, Orientation.COLUMNS));
    Fit direct = fit(transpose, settings, b, a, new Layout(kind(), 2, order, Orientation.ROWS));
    requireSameBits(turned, direct);

    UpdateOrder swapped =
        order == UpdateOrder.ROWS_FIRST ? UpdateOrder.COLUMNS_FIRST : UpdateOrder.ROWS_FIRST;
    Fit other = fit(x, settings, a, b, new Layout(kind(), 2, swapped, Orientation.ROWS));
    assertThat(turned.w).containsExactly(other.ht, within(1e-9));
    assertThat(turned.ht).containsExactly(other.w, within(1e-9));
  }
}
