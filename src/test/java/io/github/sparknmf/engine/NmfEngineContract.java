package io.github.sparknmf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sparknmf.linalg.DuplicatePolicy;
import io.github.sparknmf.linalg.MatrixBlock;
import io.github.sparknmf.solver.AlternatingLoop;
import io.github.sparknmf.solver.FitResult;
import io.github.sparknmf.solver.LocalNmf;
import io.github.sparknmf.solver.MultiplicativeUpdate;
import io.github.sparknmf.solver.NmfSettings;
import io.github.sparknmf.solver.RandomStart;
import io.github.sparknmf.solver.UpdateRule;
import io.github.sparknmf.testing.Cell;
import io.github.sparknmf.testing.Golden;
import io.github.sparknmf.testing.TestSpark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine must hold: scikit-learn's numbers, {@link LocalNmf}'s, the same bits. */
abstract class NmfEngineContract {
  private final JavaSparkContext context = new JavaSparkContext(TestSpark.session().sparkContext());

  @TempDir private Path checkpoints;

  /** The engine under test. */
  abstract FitEngine engine(
      DistributedMatrix matrix,
      RowStart start,
      UpdateRule rule,
      NmfSettings settings,
      Path checkpoints,
      SparkScope scope);

  /** Both factors and all else, on the driver. */
  private static final class Fit {
    private double[] w;
    private FitResult result;
  }

  private Fit fit(
      MatrixBlock x, NmfSettings settings, RowStart start, double[] ht, int partitions) {
    List<Cell> cells = Cell.of(x);
    try (SparkScope scope = new SparkScope(context)) {
      BlockGrid grid =
          new BlockGrid(x.rows(), x.columns(), cells.size(), settings.rank(), partitions);
      DistributedMatrix matrix =
          DistributedMatrix.assemble(
              context.parallelize(cells, 3), Cell.decoder(), grid, DuplicatePolicy.ERROR, scope);
      MultiplicativeUpdate rule = new MultiplicativeUpdate();
      FitEngine engine = engine(matrix, start, rule, settings, checkpoints, scope);
      Fit fit = new Fit();
      fit.result =
          new AlternatingLoop(settings, rule, iteration -> {})
              .run(engine, matrix.summary().squaredNorm(), ht);
      List<Double> w = new ArrayList<>();
      for (SegmentFactor factor : engine.w().collect()) {
        for (double value : factor.w()) {
          w.add(value);
        }
      }
      fit.w = w.stream().mapToDouble(Double::doubleValue).toArray();
      return fit;
    }
  }

  @Test
  void meetsScikitLearnsTrajectories() {
    Golden golden = new Golden();
    double[] w0 = golden.w0();
    RowStart start =
        (firstRow, target) -> System.arraycopy(w0, (int) firstRow * 3, target, 0, target.length);
    for (JsonNode expected : golden.multiplicativeCases(2.0)) {
      NmfSettings settings =
          NmfSettings.defaults().withRank(3).withStop(expected.get("iterations").asInt(), 0);
      Fit fit = fit(golden.x(), settings, start, golden.ht0(), 2);
      assertThat(fit.w).containsExactly(Golden.w(expected), within(1e-9));
      assertThat(fit.result.ht()).containsExactly(Golden.ht(expected), within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64})
  void agreesWithLocalNmfAndWithItselfForAnyPartitions(int partitions) {
    MatrixBlock x = Cell.random(211, 97, 0.1, 5);
    NmfSettings settings = new NmfSettings(7, 23, 0, 11);
    RandomStart random = new RandomStart(settings.seed(), 0.25, settings.rank());
    double[] ht = new double[97 * 7];
    random.fill(RandomStart.Factor.H, 0, ht);
    RowStart start = (row, target) -> random.fill(RandomStart.Factor.W, row, target);
    Fit one = fit(x, settings, start, ht.clone(), 1);
    Fit fit = fit(x, settings, start, ht.clone(), partitions);
    assertThat(fit.w).containsExactly(one.w);
    assertThat(fit.result.ht()).containsExactly(one.result.ht());

    double[] w0 = new double[211 * 7];
    random.fill(RandomStart.Factor.W, 0, w0);
    double squaredNorm = Cell.of(x).stream().mapToDouble(c -> c.value() * c.value()).sum();
    LocalNmf.Factors local =
        new LocalNmf(settings, new MultiplicativeUpdate()).fit(x, squaredNorm, w0, ht.clone());
    assertThat(fit.w).containsExactly(local.w(), within(1e-9));
    assertThat(fit.result.ht()).containsExactly(local.result().ht(), within(1e-9));
  }
}
