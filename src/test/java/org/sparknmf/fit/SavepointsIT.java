package org.sparknmf.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.engine.EngineSettings;
import org.sparknmf.engine.Engines;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.matrix.GridSettings;
import org.sparknmf.engine.plan.PlanKind;
import org.sparknmf.engine.savepoint.StopRequest;
import org.sparknmf.engine.savepoint.StoppedException;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.solver.loop.Iteration;
import org.sparknmf.solver.loop.IterationListener;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.start.StartKind;
import org.sparknmf.testing.Cell;
import org.sparknmf.testing.NewestSavepoint;
import org.sparknmf.testing.TestSpark;

/** Three attempts, stopped in the last of them. */
@Tag("everyBuild")
class SavepointsIT {
  private static final NmfSettings NMF = new NmfSettings(3, 9, 0, 11);
  private static final FitTask TASK =
      new FitTask(
          NMF, Beginning.of(StartKind.RANDOM), new Attempts(3, false, OptionalDouble.empty()));

  private final JavaSparkContext context = new JavaSparkContext(TestSpark.session().sparkContext());
  private StopRequest stop = new StopRequest();
  private int starts;

  @TempDir private Path directory;

  /** The two savepoints that are kept have the best of the earlier attempts in common. */
  @Test
  void damageToTheNewestLeavesTheBestAttemptWhole() throws IOException {
    List<Object> whole = run("whole", iteration -> {}, List.of());
    assertThatThrownBy(() -> run("stopped", this::stopInTheLastAttempt, List.of()))
        .isInstanceOf(StoppedException.class)
        .hasMessageContaining("stopped after iteration 5");
    stop = new StopRequest();
    damage(NewestSavepoint.rows(directory.resolve("stopped")));
    List<String> damages = new ArrayList<>();

    List<Object> resumed = run("stopped", iteration -> {}, damages);

    assertThat(damages).singleElement().asString().contains("is damaged");
    assertThat(resumed).isEqualTo(whole);
  }

  private void stopInTheLastAttempt(Iteration iteration) {
    starts += iteration.number() == 0 ? 1 : 0;
    if (starts == 3 && iteration.number() == 5) {
      stop.make();
    }
  }

  /** What a run comes to. */
  private List<Object> run(String name, IterationListener listener, List<String> damages) {
    MatrixBlock x = Cell.random(67, 31, 0.2, 3);
    List<Cell> cells = Cell.of(x);
    BlockGrid grid = new BlockGrid(x.rows(), x.columns(), cells.size(), new GridSettings(3, 2));
    EngineSettings settings =
        new EngineSettings(directory.resolve(name).toUri().toString(), 2, NMF.maxIterations());
    try (SparkScope scope = new SparkScope(context)) {
      DistributedMatrix matrix =
          DistributedMatrix.assemble(
              context.parallelize(cells, 2), Cell.decoder(), grid, DuplicatePolicy.ERROR, scope);
      Engines engines = new Engines(PlanKind.BROADCAST, matrix, settings, scope);
      Savepoints savepoints =
          new Savepoints(
              engines.store(), context.hadoopConfiguration(), settings, stop, Map.of("of", "us"));
      if (savepoints.found().isPresent()) {
        damages.addAll(savepoints.adopt());
      }
      Factorization fit = BestAttempt.find(engines, TASK, listener, savepoints);
      return List.of(fit.attempts(), fit.result().loss(), fit.components().toString());
    }
  }

  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }
}
