package org.sparknmf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.BroadcastBlockId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.engine.factor.FactorStart;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.plan.PlanKind;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.solver.loop.AlternatingLoop;
import org.sparknmf.solver.loop.UpdateOrder;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.solver.start.RandomStart;
import org.sparknmf.solver.update.Rules;
import org.sparknmf.testing.Cell;
import org.sparknmf.testing.GridLayouts;
import org.sparknmf.testing.Patience;
import org.sparknmf.testing.TestSpark;

/** What piles up in Spark over many iterations: nothing. */
@Tag("everyBuild")
class EngineLineageIT {
  private static final int ITERATIONS = 60;
  private static final int INTERVAL = 5;

  private final BroadcastsOfH context = new BroadcastsOfH();

  @TempDir private Path checkpoints;

  /** What is held after an iteration. */
  private record Holdings(int checkpoints, long lineage, int persisted, long broadcasts) {}

  /**
   * A context that keeps the copies of H that were broadcast in it, so that Spark's own cleaner
   * leaves them alone. Spark removes the blocks of what is destroyed in its own time: what counts
   * is whether it was destroyed.
   */
  private static final class BroadcastsOfH extends JavaSparkContext {
    private final List<Broadcast<?>> all = new ArrayList<>();

    private BroadcastsOfH() {
      super(TestSpark.session().sparkContext());
    }

    @Override
    public <T> Broadcast<T> broadcast(T value) {
      Broadcast<T> broadcast = super.broadcast(value);
      if (value instanceof HShare) {
        all.add(broadcast);
      }
      return broadcast;
    }

    private long held() {
      return all.stream().filter(Broadcast::isValid).count();
    }

    private boolean hasBlocks() {
      Set<Long> ids = all.stream().map(Broadcast::id).collect(Collectors.toSet());
      return !SparkEnv.get()
          .blockManager()
          .getMatchingBlockIds(
              block -> block instanceof BroadcastBlockId piece && ids.contains(piece.broadcastId()))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"BROADCAST, 2, 1", "SCATTER, 2, 1", "SHUFFLE, 5, 2"})
  void manyIterationsHoldNoMoreThanOneInterval(PlanKind kind, int kept, int saved) {
    Set<Integer> persistedBefore = Set.copyOf(context.getPersistentRDDs().keySet());
    List<Holdings> after = new ArrayList<>();
    try (SparkScope scope = new SparkScope(context)) {
      fit(kind, scope, after, persistedBefore);
    }
    assertThat(persistedSince(persistedBefore)).isZero();
    assertThat(context.held()).isZero();
    Patience.until("Spark removes what was destroyed", () -> !context.hasBlocks());

    assertThat(after).hasSize(ITERATIONS + 1);
    for (int iteration = 2 * INTERVAL; iteration <= ITERATIONS; iteration++) {
      assertThat(after.get(iteration).lineage).isEqualTo(after.get(iteration - INTERVAL).lineage);
    }
    assertThat(after.get(INTERVAL).lineage).isLessThan(after.get(INTERVAL - 1).lineage);
    assertThat(after.subList(INTERVAL, ITERATIONS + 1))
        .allSatisfy(
            one -> {
              assertThat(one.checkpoints).isEqualTo(saved);
              assertThat(one.persisted).as("X and factors").isEqualTo(kept);
              assertThat(one.broadcasts).as("copies of H").isBetween(0L, 2L * INTERVAL);
            });
  }

  private void fit(PlanKind kind, SparkScope scope, List<Holdings> after, Set<Integer> before) {
    MatrixBlock x = Cell.random(67, 31, 0.2, 3);
    List<Cell> cells = Cell.of(x);
    NmfSettings settings = new NmfSettings(3, ITERATIONS, 0, 11);
    DistributedMatrix matrix =
        DistributedMatrix.assemble(
            context.parallelize(cells, 2),
            Cell.decoder(),
            new BlockGrid(x.rows(), x.columns(), cells.size(), GridLayouts.of(settings.rank(), 2)),
            DuplicatePolicy.ERROR,
            scope);
    Rules rules = UpdateRules.of(settings, matrix.summary());
    RandomStart random = new RandomStart(settings.seed(), 0.5, settings.rank());
    FactorStart w0 = (row, target) -> random.fill(RandomStart.FactorName.W, row, target);
    FactorStart h0 = (row, target) -> random.fill(RandomStart.FactorName.H, row, target);
    EngineSettings engineSettings =
        new EngineSettings(checkpoints.toUri().toString(), INTERVAL, ITERATIONS);
    FitEngine engine =
        new Engines(kind, matrix, engineSettings, scope)
            .open(new EngineTask(matrix.grid(), w0, h0, rules, UpdateOrder.ROWS_FIRST));
    AlternatingLoop loop =
        new AlternatingLoop(
            settings,
            iteration ->
                after.add(
                    new Holdings(
                        checkpointsOnDisk(),
                        lineage(engine),
                        persistedSince(before),
                        context.held())));
    loop.run(engine.alternation(), rules.loss());
  }

  /** Those of earlier tests go when nobody can reach them any more, which may be now. */
  private int persistedSince(Set<Integer> before) {
    Set<Integer> persisted = new HashSet<>(context.getPersistentRDDs().keySet());
    persisted.removeAll(before);
    return persisted.size();
  }

  /** RDDs in it; whether Spark has dropped old blocks by now is another matter. */
  private static long lineage(FitEngine engine) {
    return engine
        .w()
        .toDebugString()
        .lines()
        .filter(line -> !line.contains("CachedPartitions"))
        .count();
  }

  private int checkpointsOnDisk() {
    try (Stream<Path> files = Files.list(checkpoints)) {
      return (int) files.map(EngineLineageIT::savedFactor).distinct().count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file's name without the task that wrote it. */
  private static String savedFactor(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('-'));
  }
}
