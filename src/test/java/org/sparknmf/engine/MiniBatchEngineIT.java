package org.sparknmf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FactorStart;
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
import org.sparknmf.solver.loop.LoopKeeper;
import org.sparknmf.solver.loop.UpdateOrder;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.MiniBatch;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.solver.method.Updates;
import org.sparknmf.solver.start.RandomStart;
import org.sparknmf.solver.start.Revival;
import org.sparknmf.solver.update.HeldSets;
import org.sparknmf.solver.update.Rules;
import org.sparknmf.testing.Cell;
import org.sparknmf.testing.MiniBatchGolden;
import org.sparknmf.testing.Solver;
import org.sparknmf.testing.TestSpark;

/** Mini-batches on every plan that has them: scikit-learn's numbers, the same bits. */
class MiniBatchEngineIT {
  private static final int RANK = 5;

  private final JavaSparkContext context = new JavaSparkContext(TestSpark.session().sparkContext());

  @TempDir private Path checkpoints;

  /** Both factors and all else, on the driver. */
  private static final class Fit {
    private double[] w;
    private double[] ht;
    private FitResult result;

    private List<Double> objectives() {
      return result.history().stream().map(Iteration::total).toList();
    }
  }

  private Fit fit(
      MatrixBlock x,
      NmfSettings settings,
      FactorStart w0,
      FactorStart h0,
      PlanKind kind,
      int partitions) {
    List<Cell> cells = Cell.of(x);
    GridSettings layout =
        new GridSettings(
            settings.rank(),
            partitions,
            settings.precision(),
            Orientation.ROWS,
            settings.objective().emptyCells(),
            settings.miniBatch().rows());
    BlockGrid grid = new BlockGrid(x.rows(), x.columns(), cells.size(), layout);
    try (SparkScope scope = new SparkScope(context)) {
      DistributedMatrix matrix =
          DistributedMatrix.assemble(
              context.parallelize(cells, 3), Cell.decoder(), grid, DuplicatePolicy.ERROR, scope);
      Rules rules = UpdateRules.of(settings, matrix.summary());
      EngineSettings engineSettings =
          new EngineSettings(checkpoints.toUri().toString(), 2, settings.maxIterations());
      FitEngine engine =
          new Engines(kind, matrix, engineSettings, scope)
              .openBatches(
                  new EngineTask(matrix.grid(), w0, h0, rules, UpdateOrder.ROWS_FIRST), settings);
      Revival revival = Revival.of(new RandomStart(3, 0.5, settings.rank()), HeldSets.none());
      Fit fit = new Fit();
      fit.result =
          new AlternatingLoop(settings, iteration -> {}, Optional.of(revival), LoopKeeper.NONE)
              .run(engine.alternation(), rules.loss());
      fit.w = numbers(engine.w());
      fit.ht = numbers(engine.h());
      return fit;
    }
  }

  private static double[] numbers(JavaRDD<FactorPart> factor) {
    return factor.collect().stream()
        .flatMapToDouble(part -> Arrays.stream(part.rows().toArray()))
        .toArray();
  }

  private static FactorStart given(double[] entries, int rank) {
    return (firstRow, target) ->
        System.arraycopy(entries, (int) firstRow * rank, target, 0, target.length);
  }

  /** With as many segments as rows, a batch has every so many-th row. */
  @ParameterizedTest
  @EnumSource(
      value = PlanKind.class,
      names = {"DRIVER", "BROADCAST", "SCATTER"})
  void meetsScikitLearnsNumbers(PlanKind kind) {
    MiniBatchGolden golden = new MiniBatchGolden();
    FactorStart w0 = given(golden.stridedW0(), 3);
    FactorStart h0 = given(golden.ht0(), 3);
    for (JsonNode expected : golden.strided()) {
      NmfSettings settings = golden.settings(expected, 5, 0);
      Fit fit = fit(golden.stridedX(), settings, w0, h0, kind, 3);
      assertThat(fit.w).containsExactly(golden.w(expected), within(1e-9));
      assertThat(fit.ht).containsExactly(golden.ht(expected), within(1e-9));
    }
  }

  private static NmfSettings settings(String problem, Precision precision) {
    Objective objective =
        switch (problem) {
          case "squares" -> Objective.frobenius();
          case "divergence" -> Objective.ofBeta(1).withPenalties(0.001, 0.002, 0.5);
          case "half" -> Objective.ofBeta(0.5);
          case "observed" -> Objective.frobenius().withEmptyCells(EmptyCells.MISSING);
          default -> throw new IllegalArgumentException(problem);
        };
    return new NmfSettings(RANK, 4, 1e-6, 11)
        .with(precision)
        .with(objective, Solver.MU.method())
        .with(new Updates(Methods.MU, Updates.AUTO, new MiniBatch(70, 0.7)));
  }

  /** Three batches of a number of segments that is no power of two, and of different sizes. */
  @ParameterizedTest
  @CsvSource({
    "squares, DOUBLE",
    "divergence, DOUBLE",
    "half, DOUBLE",
    "observed, DOUBLE",
    "squares, SINGLE"
  })
  void hasTheSameBitsOnEveryPlan(String problem, Precision precision) {
    MatrixBlock x = Cell.random(211, 613, 0.05, 5);
    NmfSettings settings = settings(problem, precision);
    RandomStart start = new RandomStart(11, 0.1, RANK);
    FactorStart w0 = (row, target) -> start.fill(RandomStart.FactorName.W, row, target);
    FactorStart h0 = (row, target) -> start.fill(RandomStart.FactorName.H, row, target);
    Fit one = fit(x, settings, w0, h0, PlanKind.DRIVER, 1);
    for (PlanKind kind : List.of(PlanKind.BROADCAST, PlanKind.SCATTER)) {
      for (int partitions : new int[] {1, 2, 7}) {
        Fit fit = fit(x, settings, w0, h0, kind, partitions);
        assertThat(fit.w).containsExactly(one.w);
        assertThat(fit.ht).containsExactly(one.ht);
        assertThat(fit.objectives()).isEqualTo(one.objectives());
        assertThat(fit.result.kktResidual()).isEqualTo(one.result.kktResidual());
      }
    }
    assertThat(one.objectives().get(4)).isLessThan(one.objectives().get(0));
  }

  @Test
  void aPlanWithoutHOnTheDriverHasNone() {
    NmfSettings settings = settings("squares", Precision.DOUBLE);
    FactorStart ones = (row, target) -> Arrays.fill(target, 1);
    MatrixBlock x = Cell.random(61, 13, 0.3, 5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fit(x, settings, ones, ones, PlanKind.SHUFFLE, 2));
  }
}
