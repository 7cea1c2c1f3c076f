package org.sparknmf.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.CellKeys;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.savepoint.StopRequest;
import org.sparknmf.engine.savepoint.StoppedException;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.select.trial.TrialListener;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.testing.Cell;
import org.sparknmf.testing.GridLayouts;
import org.sparknmf.testing.NewestSavepoint;
import org.sparknmf.testing.Solver;
import org.sparknmf.testing.TestSpark;

class SelectionSavepointsIT {
  private final JavaSparkContext context =
      JavaSparkContext.fromSparkContext(TestSpark.session().sparkContext());
  private final List<String> damages = new ArrayList<>();
  private final List<Integer> doneBefore = new ArrayList<>();

  @TempDir private Path directory;

  /** Makes a wish to stop at a look at the errors. */
  private static final class Stopping implements TrialListener {
    private final StopRequest stop;
    private final int check;
    private int checks;

    Stopping(StopRequest stop, int check) {
      this.stop = stop;
      this.check = check;
    }

    @Override
    public void onCheck(int iteration, int running, int ended) {
      checks++;
      if (checks == check) {
        stop.make();
      }
    }

    @Override
    public boolean isOver() {
      return false;
    }
  }

  private Optional<RankSelection.Outcome> run(
      String name, boolean isBisected, boolean isWarm, int stopAtCheck) {
    MatrixBlock x = Cell.random(67, 31, 0.2, 3);
    List<Cell> cells = Cell.of(x);
    NmfSettings nmf =
        new NmfSettings(1, 43, 3e-3, 11).with(Objective.frobenius(), Solver.HALS.method());
    SelectionSettings settings =
        new SelectionSettings(
            List.of(2, 3, 4, 6), 2, OptionalDouble.of(0.1), isBisected, isWarm, nmf);
    try (SparkScope scope = new SparkScope(context)) {
      DistributedMatrix matrix =
          DistributedMatrix.assemble(
              context.parallelize(cells, 2),
              Cell.decoder(),
              new BlockGrid(x.rows(), x.columns(), cells.size(), GridLayouts.of(4, 2)),
              DuplicatePolicy.ERROR,
              scope);
      FactorStore store = new FactorStore(scope, directory.resolve(name).toUri().toString());
      StopRequest stop = new StopRequest();
      SelectionSavepoints savepoints =
          new SelectionSavepoints(store, context.hadoopConfiguration(), stop, Map.of("of", "us"));
      savepoints.found();
      damages.addAll(savepoints.adopt());
      doneBefore.add(savepoints.resumed().map(there -> there.ended().size()).orElse(0));
      Stopping listener = new Stopping(stop, stopAtCheck);
      return Optional.of(
          new RankSelection(
                  matrix, CellKeys.ofNumbers(), settings, store, scope, listener, savepoints)
              .run());
    } catch (StoppedException stopped) {
      assertThat(stopped).hasMessageContaining("which is saved; run it again to go on from there");
      return Optional.empty();
    }
  }

  private RankSelection.Outcome stoppedAgainAndAgain(
      String name, boolean isBisected, boolean isWarm) {
    Optional<RankSelection.Outcome> outcome = Optional.empty();
    while (outcome.isEmpty()) {
      outcome = run(name, isBisected, isWarm, 1);
      assertThat(doneBefore).hasSizeLessThan(50);
    }
    return outcome.get();
  }

  private void assertStopsChangeNoBit(boolean isBisected, boolean isWarm) {
    RankSelection.Outcome whole = run("whole", isBisected, isWarm, 0).orElseThrow();
    doneBefore.clear();
    RankSelection.Outcome stopped = stoppedAgainAndAgain("stopped", isBisected, isWarm);
    assertThat(stopped).isEqualTo(whole);
    // It went on in many places, never with fewer fits done than before.
    assertThat(doneBefore).isSorted().hasSizeGreaterThan(4);
    assertThat(doneBefore.stream().distinct().count()).isGreaterThan(2);
    assertThat(damages).isEmpty();
  }

  @Test
  void stopsChangeNoBit() {
    assertStopsChangeNoBit(false, false);
  }

  @Tag("onRequest")
  @Test
  void stopsOfABisectionChangeNoBit() {
    assertStopsChangeNoBit(true, false);
  }

  @Test
  void stopsOfAChainChangeNoBit() {
    assertStopsChangeNoBit(false, true);
  }

  @Tag("everyBuild")
  @Test
  void damageToTheNewestLeavesTheOneBefore() throws IOException {
    RankSelection.Outcome whole = run("whole", false, false, 0).orElseThrow();
    assertThat(run("damaged", false, false, 3)).isEmpty();
    Files.write(NewestSavepoint.rows(directory.resolve("damaged")), new byte[100]);
    assertThat(run("damaged", false, false, 0)).contains(whole);
    assertThat(damages).singleElement().asString().contains("is damaged");
  }
}
