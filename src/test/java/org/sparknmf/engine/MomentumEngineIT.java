package org.sparknmf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.factor.FactorStart;
import org.sparknmf.engine.factor.SavedFit;
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
import org.sparknmf.solver.loop.LoopState;
import org.sparknmf.solver.loop.UpdateOrder;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.Momentum;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.solver.method.Updates;
import org.sparknmf.solver.start.RandomStart;
import org.sparknmf.solver.start.Revival;
import org.sparknmf.solver.update.HeldSets;
import org.sparknmf.solver.update.Rules;
import org.sparknmf.testing.Cell;
import org.sparknmf.testing.TestSpark;

/** Runs with momentum that are saved after any iteration and go on under any plan. */
class MomentumEngineIT {
  private static final NmfSettings OF_H =
      new NmfSettings(2, 30, 0, 11).with(Objective.frobenius(), Methods.HALS);

  private static final NmfSettings OF_BOTH =
      new NmfSettings(3, 70, 0, 11)
          .with(Objective.ofBeta(1), Methods.MU)
          .with(Updates.by(Methods.MU).with(Momentum.YES));

  private final JavaSparkContext context = new JavaSparkContext(TestSpark.session().sparkContext());
  private final MatrixBlock x = Cell.random(83, 149, 0.1, 9);
  private final List<LoopState> states = new ArrayList<>();
  private final List<SavedFit> saved = new ArrayList<>();

  private NmfSettings settings = OF_H;

  @TempDir private Path checkpoints;

  /** Both factors and all else, on the driver. */
  @SuppressWarnings("ArrayRecordComponent") // Compared by the assertions.
  private record Fit(double[] w, double[] ht, FitResult result) {
    private List<Double> totals() {
      return result.history().stream().map(Iteration::total).toList();
    }
  }

  private Engines engines(PlanKind kind, int partitions, SparkScope scope) {
    List<Cell> cells = Cell.of(x);
    GridSettings layout =
        new GridSettings(
            settings.rank(), partitions, Precision.DOUBLE, Orientation.ROWS, EmptyCells.ZERO, 0);
    DistributedMatrix matrix =
        DistributedMatrix.assemble(
            context.parallelize(cells, 3),
            Cell.decoder(),
            new BlockGrid(x.rows(), x.columns(), cells.size(), layout),
            DuplicatePolicy.ERROR,
            scope);
    return new Engines(
        kind,
        matrix,
        new EngineSettings(checkpoints.toUri().toString(), 4, settings.maxIterations()),
        scope);
  }

  private FitEngine open(Engines engines, FactorSource rows, FactorSource columns) {
    Rules rules = UpdateRules.of(settings, engines.x().summary());
    return engines.open(
        new EngineTask(engines.x().grid(), rows, columns, rules, UpdateOrder.ROWS_FIRST));
  }

  private AlternatingLoop loop(LoopKeeper keeper) {
    Revival revival = Revival.of(new RandomStart(3, 0.5, settings.rank()), HeldSets.none());
    return new AlternatingLoop(settings, iteration -> {}, Optional.of(revival), keeper);
  }

  private static Fit ended(FitEngine engine, FitResult result) {
    return new Fit(numbers(engine.w()), numbers(engine.h()), result);
  }

  private static double[] numbers(JavaRDD<FactorPart> factor) {
    return factor.collect().stream()
        .flatMapToDouble(part -> Arrays.stream(part.rows().toArray()))
        .toArray();
  }

  /** The first component is dead at the start. */
  private static FactorStart start(RandomStart random, RandomStart.FactorName factor, int rank) {
    return (firstRow, target) -> {
      random.fill(factor, firstRow, target);
      for (int p = 0; p < target.length; p += rank) {
        target[p] = 0;
      }
    };
  }

  private Fit whole(Engines engines) {
    RandomStart random = new RandomStart(11, 0.25, settings.rank());
    FitEngine engine =
        open(
            engines,
            start(random, RandomStart.FactorName.W, settings.rank()),
            start(random, RandomStart.FactorName.H, settings.rank()));
    LoopKeeper keeper =
        (iteration, last, state) -> {
          states.add(state.get());
          saved.add(engine.save());
        };
    return ended(
        engine, loop(keeper).run(engine.alternation(), settings.loss(engines.x().summary())));
  }

  private Fit resumed(Engines engines, SavedFit from, LoopState state) {
    FitEngine engine = open(engines, from.rows(), from.columns());
    engine.remember(from);
    return ended(
        engine,
        loop(LoopKeeper.NONE)
            .resume(engine.alternation(), settings.loss(engines.x().summary()), state));
  }

  @ParameterizedTest
  @EnumSource(PlanKind.class)
  void goesOnAfterAnyIterationUnderAnyPlan(PlanKind kind) {
    requireToGoOn(kind);
  }

  /** Where the factors before are saved with both. */
  @ParameterizedTest
  @EnumSource(PlanKind.class)
  void goesOnWithMomentumOnBothFactors(PlanKind kind) {
    settings = OF_BOTH;
    requireToGoOn(kind);
    assertThat(saved.stream().map(fit -> fit.rowMemory().size()).distinct()).contains(0, 1);
  }

  private void requireToGoOn(PlanKind kind) {
    try (SparkScope scope = new SparkScope(context)) {
      Fit whole = whole(engines(kind, 5, scope));
      assertThat(whole.result.rejected()).isPositive();
      assertThat(states.get(states.size() - 1).revivals()).isNotEmpty();
      assertThat(saved.stream().map(fit -> fit.memory().size()).distinct()).contains(0, 1);
      // All plans together go on after every iteration, or after every second one of a long run.
      List<PlanKind> kinds = List.of(PlanKind.values());
      int stride = kinds.size() * (settings.maxIterations() / 30);
      for (int t = kinds.indexOf(kind) * (stride / kinds.size()); t < saved.size(); t += stride) {
        PlanKind other = kinds.get(t / stride % kinds.size());
        try (SparkScope own = new SparkScope(context)) {
          Fit fit = resumed(engines(other, 1 + t % 7, own), saved.get(t), states.get(t));
          assertThat(fit.w).as("after iteration " + (t + 1)).containsExactly(whole.w);
          assertThat(fit.ht).containsExactly(whole.ht);
          assertThat(fit.totals()).isEqualTo(whole.totals());
          assertThat(fit.result.kktResidual()).isEqualTo(whole.result.kktResidual());
          assertThat(fit.result.stopReason()).isEqualTo(whole.result.stopReason());
        }
      }
    }
  }
}
