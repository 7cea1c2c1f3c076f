package org.sparknmf.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.engine.EngineSettings;
import org.sparknmf.engine.Engines;
import org.sparknmf.engine.factor.CheckpointException;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.DistributedMatrix;
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
import org.sparknmf.testing.FileTree;
import org.sparknmf.testing.GridLayouts;
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

  /** Whoever can write beside an output must not choose what its owner deletes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "../thesis.tex",
        "thesis.tex",
        "thesis.rows",
        "ABSOLUTE",
        "URI",
        "./0a1b2c3d-00001-0.rows",
        "..\\thesis.tex",
        "",
        ".."
      })
  void aSavepointThatNamesWhatWeDidNotWriteIsRefusedAndNothingIsDeleted(String name)
      throws IOException {
    Path place = stopped();
    Path thesis = Files.writeString(directory.resolve("thesis.tex"), "years of work");
    Files.writeString(place.resolve("thesis.tex"), "years of work");
    Files.writeString(place.resolve("thesis.rows"), "years of work");
    String foreign =
        name.replace("ABSOLUTE", thesis.toString()).replace("URI", thesis.toUri().toString());
    Path newest = NewestSavepoint.file(place);
    String json = Files.readString(newest).lines().findFirst().orElseThrow();
    String ours = NewestSavepoint.rows(place).getFileName().toString();
    Files.writeString(newest, signed(json.replace(ours, foreign.replace("\\", "\\\\"))));
    FileTree before = FileTree.of(directory);

    assertThatThrownBy(() -> run("stopped", iteration -> {}, new ArrayList<>()))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(newest.getFileName().toString())
        .hasMessageContaining("names the file '" + foreign + "'")
        .hasMessageContaining("hidden directory beside the output, or name another --output");
    assertThat(FileTree.of(directory)).isEqualTo(before);
  }

  @Test
  void whatLiesThereUnderOtherNamesIsNotSwept() throws IOException {
    Path place = stopped();
    Path theirs = Files.writeString(place.resolve("thesis.rows"), "years of work");
    Path ofADeadRun = Files.writeString(place.resolve("0a1b2c3d-00001-0.rows"), "half");

    run("stopped", iteration -> {}, new ArrayList<>());

    assertThat(theirs).hasContent("years of work");
    assertThat(ofADeadRun).doesNotExist();
  }

  /** A directory in place of a file is there, and cannot be read: no evidence of damage. */
  @Test
  void aFileThatCannotBeReadIsNotTakenForDamaged() throws IOException {
    Path place = stopped();
    Path rows = NewestSavepoint.rows(place);
    Path aside = Files.move(rows, directory.resolve("aside"));
    Files.createDirectory(rows);
    FileTree before = FileTree.of(place);

    assertThatThrownBy(() -> run("stopped", iteration -> {}, new ArrayList<>()))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(rows.getFileName() + "' cannot be read")
        .hasMessageContaining("nothing was removed");
    assertThat(FileTree.of(place)).isEqualTo(before);

    Files.delete(rows);
    Files.move(aside, rows);
    List<String> damages = new ArrayList<>();
    run("stopped", iteration -> {}, damages);
    assertThat(damages).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 100})
  void aFileThatIsTooShortIsDamagedAndSaysWhichItIs(int length) throws IOException {
    Path rows = NewestSavepoint.rows(stopped());
    Files.write(rows, Arrays.copyOf(Files.readAllBytes(rows), length));
    List<String> damages = new ArrayList<>();

    run("stopped", iteration -> {}, damages);

    assertThat(damages)
        .singleElement()
        .asString()
        .contains(rows.getFileName() + " is damaged: there is no whole record of rows");
  }

  @Test
  void aFileThatIsGoneIsDamage() throws IOException {
    Path rows = NewestSavepoint.rows(stopped());
    Files.delete(rows);
    List<String> damages = new ArrayList<>();

    run("stopped", iteration -> {}, damages);

    assertThat(damages).singleElement().asString().contains(rows.getFileName() + " is missing");
  }

  private Path stopped() {
    assertThatThrownBy(() -> run("stopped", this::stopInTheLastAttempt, List.of()))
        .isInstanceOf(StoppedException.class);
    stop = new StopRequest();
    return directory.resolve("stopped");
  }

  private static String signed(String json) {
    return json + "\n" + DigestUtils.sha256Hex(json) + "\n";
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
    BlockGrid grid = new BlockGrid(x.rows(), x.columns(), cells.size(), GridLayouts.of(3, 2));
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
