package org.sparknmf.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.GridSettings;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.testing.GridLayouts;
import org.sparknmf.testing.Solver;

class EnginePlannerTest {
  private static final long GIB = 1L << 30;

  private static EnginePlanner planner(
      long rows, int columns, long nonZeros, int rank, Resources resources) {
    GridSettings grid =
        GridLayouts.of(rank, GridSettings.partitionsFor(columns, nonZeros, rank, resources));
    return planner(
        new MatrixSummary(rows, columns, nonZeros, 1, 1, 1),
        new BlockGrid(rows, columns, nonZeros, grid),
        resources,
        Objective.frobenius());
  }

  private static EnginePlanner planner(
      MatrixSummary x, BlockGrid grid, Resources resources, Objective objective) {
    NmfSettings settings =
        NmfSettings.defaults().withRank(grid.rank()).with(objective, Solver.MU.method());
    return EnginePlanner.of(settings, x, grid, resources);
  }

  /** Beta 0.5 visits 100,000 x 20,000 cells at 14 rank flops each: it says so. */
  @Test
  void aLossOnEveryCellIsAnnouncedAndNeedsAllOfH() {
    Resources resources = new Resources(2, 8 * GIB, 2, 0, 8 * GIB);
    MatrixSummary x = new MatrixSummary(100_000, 20_000, 10_000_000, 1, 1, 1);
    BlockGrid grid = new BlockGrid(100_000, 20_000, 10_000_000, GridLayouts.of(20, 2));
    EnginePlanner planner = planner(x, grid, resources, Objective.ofBeta(0.5));
    assertThat(planner.plan(Optional.empty()).reason())
        .endsWith(
            "this loss visits all 2.0e+09 cells, zeros too: about 56 s an iteration on 2 cores");
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> planner.plan(Optional.of(PlanKind.SHUFFLE)))
        .withMessageContaining("all of H on every machine")
        .withMessageContaining("--loss frobenius");
  }

  /** The terms of a loss with two numbers for each of H's are twice as large. */
  @Test
  void largerTermsAreCounted() {
    Resources resources = new Resources(2, 4 * GIB, 2, 2, 4 * GIB);
    MatrixSummary x = new MatrixSummary(100_000, 20_000, 10_000_000, 1, 1, 1);
    BlockGrid grid = new BlockGrid(100_000, 20_000, 10_000_000, GridLayouts.of(20, 2));
    Objective missing = Objective.frobenius().withEmptyCells(EmptyCells.MISSING);
    Demand demand =
        planner(x, grid, resources, missing).plan(Optional.of(PlanKind.BROADCAST)).demand();
    assertThat(demand.broadcast()).isEqualTo(3_203_368);
    assertThat(demand.collected()).isEqualTo(2 * (6_400_000 + 3_368));
  }

  /** Coordinate descent with unknown cells: 20 + 210 + 1 numbers for each column. */
  @Test
  void normalEquationsAreCounted() {
    Resources resources = new Resources(2, 4 * GIB, 2, 2, 4 * GIB);
    MatrixSummary x = new MatrixSummary(100_000, 20_000, 10_000_000, 1, 1, 1);
    BlockGrid grid = new BlockGrid(100_000, 20_000, 10_000_000, GridLayouts.of(20, 2));
    Objective missing = Objective.frobenius().withEmptyCells(EmptyCells.MISSING);
    NmfSettings settings = NmfSettings.defaults().withRank(20).with(missing, Solver.HALS.method());
    Demand demand =
        EnginePlanner.of(settings, x, grid, resources).plan(Optional.of(PlanKind.SCATTER)).demand();
    assertThat(demand.broadcast()).isEqualTo(3_203_368);
    assertThat(demand.collected()).isEqualTo(8 * 20_000 * 231 + 3_368);
    assertThat(demand.shuffled()).isEqualTo(2 * (8 * 20_000 * 231 + 3_368));
    // H before and after, the H before those, what is extrapolated and the terms.
    assertThat(demand.driver()).isEqualTo(3 * 3_200_000 + 8 * 20_000 * 231);
  }

  /** The driver keeps two sums of H's shape from batch to batch, and the terms of a pass. */
  @Test
  void miniBatchesKeepMoreOnTheDriverAndNeedHThere() {
    Resources resources = new Resources(2, 4 * GIB, 2, 2, 4 * GIB);
    MatrixSummary x = new MatrixSummary(100_000, 20_000, 10_000_000, 1, 1, 1);
    GridSettings batched =
        new GridSettings(20, 2, Precision.DOUBLE, Orientation.ROWS, EmptyCells.ZERO, 1000);
    BlockGrid all = new BlockGrid(100_000, 20_000, 10_000_000, GridLayouts.of(20, 2));
    BlockGrid batches = new BlockGrid(100_000, 20_000, 10_000_000, batched);
    EnginePlanner planner = planner(x, batches, resources, Objective.frobenius());
    for (PlanKind kind : List.of(PlanKind.BROADCAST, PlanKind.SCATTER)) {
      Demand once =
          planner(x, all, resources, Objective.frobenius()).plan(Optional.of(kind)).demand();
      Demand byBatch = planner.plan(Optional.of(kind)).demand();
      assertThat(byBatch.driver() - once.driver()).isEqualTo(3 * 8.0 * 20_000 * 20);
    }
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> planner.plan(Optional.of(PlanKind.SHUFFLE)))
        .withMessageContaining("got mini-batches, which need H on the driver")
        .withMessageContaining("--mini-batch off");
  }

  @ParameterizedTest
  @CsvSource({
    // a small text, on a laptop and on a cluster
    "1189, 6080, 153710, 20, 2, 2, 0, 2, DRIVER",
    "1189, 6080, 153710, 20, 2, 4, 50, 400, DRIVER",
    // 40 million cells: the driver's cores are all there are; a cluster has more
    "100000, 20000, 40000000, 20, 4, 2, 0, 2, DRIVER",
    "100000, 20000, 40000000, 20, 4, 2, 8, 64, BROADCAST",
    // too large for the driver's heap
    "100000, 20000, 40000000, 20, 2, 2, 0, 2, BROADCAST",
    "44000000, 1000, 4400000000, 20, 16, 8, 200, 1000, BROADCAST",
    // all partitions' sums are too much for the driver
    "44000000, 1000000, 4400000000, 20, 16, 8, 200, 1000, SCATTER",
    "200000, 2000000, 20000000, 50, 4, 2, 2, 2, SCATTER",
    // H is too much for anybody
    "200000, 2000000, 20000000, 50, 2, 2, 1, 1, SHUFFLE",
    "44000000, 769000000, 4400000000, 20, 16, 8, 200, 1000, SHUFFLE",
    // H would fit, and each partition needs a sixteenth of it
    "769000000, 44000000, 4400000000, 20, 64, 8, 200, 1600, SHUFFLE"
  })
  void choosesByFitAndSpeed(
      long rows,
      int columns,
      long nonZeros,
      int rank,
      int heapGib,
      int driverCores,
      int executors,
      int clusterCores,
      PlanKind expected) {
    Resources resources =
        new Resources(driverCores, heapGib * GIB, clusterCores, executors, heapGib * GIB);
    Plan plan = planner(rows, columns, nonZeros, rank, resources).plan(Optional.empty());
    assertThat(plan.kind()).as(plan.reason()).isEqualTo(expected);
    assertThat(plan.reason()).isNotBlank();
  }

  /** What the page on scaling says of a matrix that no two machines hold. */
  @Test
  void hugeMatrix() {
    long users = 44_000_000;
    int items = 769_000_000;
    long cells = 4_400_000_000L;
    Resources resources = new Resources(8, 16 * GIB, 1600, 200, 16 * GIB);
    assertThat(Orientation.forShape(users, items)).isEqualTo(Orientation.COLUMNS);
    int partitions = GridSettings.partitionsFor(users, cells, 20, resources);
    GridSettings layout =
        new GridSettings(20, partitions, Precision.DOUBLE, Orientation.COLUMNS, EmptyCells.ZERO, 0);
    BlockGrid grid = new BlockGrid(items, (int) users, cells, layout);
    Plan plan =
        planner(
                new MatrixSummary(items, (int) users, cells, 1, 1, 1),
                grid,
                resources,
                Objective.frobenius())
            .plan(Optional.empty());
    assertThat(plan.kind()).isEqualTo(PlanKind.SHUFFLE);
    assertThat(grid.partitions()).isEqualTo(4096);
    assertThat(grid.segments()).isEqualTo(4096);
    Demand demand = plan.demand();
    assertThat(demand.driver()).isZero();
    // 2.72 for what eight tasks send and sum, and for each 2 x 769e6 x 20 x 8 / 4096 bytes of W.
    assertThat(demand.executor() / 1e9).isCloseTo(3.20, within(0.01));
    assertThat(demand.broadcast()).isZero();
    assertThat(demand.shuffled() / 1e12).isCloseTo(1.39, within(0.01));
    assertThat(demand.shuffled() / 200 / 1e9).isCloseTo(6.95, within(0.01));
    assertThat(demand.collected() / 1e6).isCloseTo(20.7, within(0.1));
  }

  @Test
  void doesWhatItIsTold() {
    Resources resources = new Resources(2, 2 * GIB, 2, 0, 2 * GIB);
    EnginePlanner planner = planner(1189, 6080, 153710, 20, resources);
    for (PlanKind kind : PlanKind.values()) {
      Plan plan = planner.plan(Optional.of(kind));
      assertThat(plan.kind()).isEqualTo(kind);
      assertThat(plan.reason()).isEqualTo("as --plan says");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DRIVER, 2, 2, plan driver needs 0.97 GiB of the driver's heap of 2.00 GiB, raise --driver-memory to 3g",
    "BROADCAST, 1, 16, plan broadcast needs 26.08 GiB, raise --driver-memory",
    "SCATTER, 16, 1, plan scatter needs 0.7, raise --executor-memory"
  })
  void refusesWhatDoesNotFit(
      PlanKind kind, long driverGib, long executorGib, String problem, String remedy) {
    boolean wide = kind != PlanKind.DRIVER;
    Resources resources = new Resources(2, driverGib * GIB, 2, wide ? 2 : 0, executorGib * GIB);
    EnginePlanner planner =
        wide
            ? planner(200_000, 2_000_000, 20_000_000, 50, resources)
            : planner(100_000, 20_000, 40_000_000, 20, resources);
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> planner.plan(Optional.of(kind)))
        .withMessageStartingWith(problem)
        .withMessageContaining(remedy)
        .withMessageContaining("--plan auto");
  }

  /**
   * The table of {@link DemandFormulas}, by hand: n k b = 3.2 MB; statistics of (k k + k + 1) 8 =
   * 3,368 bytes.
   */
  @ParameterizedTest
  @CsvSource({
    "BROADCAST, 2, 3203368, 0, 6406736",
    "BROADCAST, 4, 3203368, 0, 12813472",
    "SCATTER, 4, 3203368, 12813472, 3203368",
    // 2,500,000 cells in each of four partitions: every column is touched; there and back;
    // four statistics of W and one for each of 40 stripes of H
    "SHUFFLE, 4, 0, 25600000, 148192",
    "DRIVER, 4, 0, 0, 0"
  })
  void predictsTraffic(
      PlanKind kind, int partitions, double broadcast, double shuffled, double collected) {
    Resources resources = new Resources(2, 4 * GIB, 2, partitions, 4 * GIB);
    Demand demand =
        planner(
                new MatrixSummary(100_000, 20_000, 10_000_000, 1, 1, 1),
                new BlockGrid(100_000, 20_000, 10_000_000, GridLayouts.of(20, partitions)),
                resources,
                Objective.frobenius())
            .plan(Optional.of(kind))
            .demand();
    assertThat(demand.broadcast()).isEqualTo(broadcast);
    assertThat(demand.shuffled()).isEqualTo(shuffled);
    assertThat(demand.collected()).isEqualTo(collected);
    assertThat(demand.moved(3)).isEqualTo(3 * broadcast + shuffled + collected);
  }

  /** The driver's share is of its own heap, the tasks' of what they run in. */
  @Test
  void checksEveryPlan() {
    Resources local = new Resources(2, 2 * GIB, 2, 0, 2 * GIB);
    List<PlanCheck> checks = planner(100_000, 20_000, 40_000_000, 20, local).checks();
    assertThat(checks).extracting(PlanCheck::kind).containsExactly(PlanKind.values());
    PlanCheck driver = checks.get(0);
    assertThat(driver.fits()).isFalse();
    assertThat(driver.driverMost()).isEqualTo(0.4 * 2 * GIB);
    assertThat(driver.shortfall().orElseThrow())
        .endsWith("raise --driver-memory to 3g")
        .startsWith("0.97 GiB of the driver's heap of 2.00 GiB");
    PlanCheck broadcast = checks.get(1);
    assertThat(broadcast.fits()).isTrue();
    assertThat(broadcast.executorPeak()).isZero();
    assertThat(broadcast.driverPeak())
        .isEqualTo(broadcast.demand().driver() + broadcast.demand().executor());
    // 14 bytes a cell, and W before and after.
    assertThat(broadcast.demand().kept()).isEqualTo(14.0 * 40_000_000 + 2 * 8.0 * 100_000 * 20);

    Resources cluster = new Resources(2, 4 * GIB, 4, 2, GIB);
    PlanCheck shuffle = planner(200_000, 2_000_000, 20_000_000, 50, cluster).checks().get(3);
    assertThat(shuffle.driverMost()).isEqualTo(0.65 * 4 * GIB);
    assertThat(shuffle.executorMost()).isEqualTo(0.65 * GIB);
    assertThat(shuffle.executorPeak()).isEqualTo(shuffle.demand().executor()).isPositive();
  }

  /** 100,000 rows of 9,000 numbers for two cells: an eighth of them is 0.9 GB, before and after. */
  @Test
  void theRowsOfASegmentMustFitATask() {
    Resources resources = new Resources(2, 4 * GIB, 2, 0, 4 * GIB);
    MatrixSummary x = new MatrixSummary(100_000, 100_000, 2, 1, 1, 1);
    BlockGrid grid = new BlockGrid(100_000, 100_000, 2, GridLayouts.of(9_000, 2));
    assertThat(grid.segments()).isEqualTo(8);
    PlanCheck shuffle = planner(x, grid, resources, Objective.frobenius()).checks().get(3);
    assertThat(shuffle.fits()).isFalse();
    assertThat(shuffle.demand().executor()).isCloseTo(2 * 2 * 0.9e9, withinPercentage(1));
  }

  /** 800 MB of H do not fit executors of 256 MB, which a loss on every cell needs there. */
  @Test
  void theDriverIsTakenWhereNothingElseFits() {
    Resources resources = new Resources(2, 64 * GIB, 64, 8, GIB / 4);
    MatrixSummary x = new MatrixSummary(200_000, 2_000_000, 20_000_000, 1, 1, 1);
    BlockGrid grid = new BlockGrid(200_000, 2_000_000, 20_000_000, GridLayouts.of(50, 64));
    Plan plan = planner(x, grid, resources, Objective.ofBeta(0.5)).plan(Optional.empty());
    assertThat(plan.kind()).isEqualTo(PlanKind.DRIVER);
    assertThat(plan.reason()).contains("no other plan fits the executors");
  }
}
