package io.github.sparknmf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sparknmf.solver.MatrixSummary;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnginePlannerTest {
  private static final long GIB = 1L << 30;

  private static EnginePlanner planner(
      long rows, int columns, long nonZeros, int heapGib, int driverCores, int clusterCores) {
    return new EnginePlanner(
        new MatrixSummary(rows, columns, nonZeros, 1, 1, 1),
        new BlockGrid(rows, columns, nonZeros, 20, clusterCores),
        new Resources(driverCores, heapGib * GIB, clusterCores));
  }

  @ParameterizedTest
  @CsvSource({
    // a small text, on a laptop and on a cluster
    "1189, 6080, 153710, 2, 2, 2, DRIVER",
    "1189, 6080, 153710, 2, 4, 400, DRIVER",
    // 40 million cells: the driver's cores are all there are; a cluster has more
    "100000, 20000, 40000000, 4, 2, 2, DRIVER",
    "100000, 20000, 40000000, 4, 2, 64, BROADCAST",
    // too large for the heap
    "100000, 20000, 40000000, 2, 2, 2, BROADCAST",
    "44000000, 1000000, 4400000000, 16, 8, 1000, BROADCAST"
  })
  void choosesByFitAndSpeed(
      long rows,
      int columns,
      long nonZeros,
      int heapGib,
      int driverCores,
      int clusterCores,
      PlanKind expected) {
    EnginePlanner planner = planner(rows, columns, nonZeros, heapGib, driverCores, clusterCores);
    Plan plan = planner.plan(Optional.empty());
    assertThat(plan.kind()).as(plan.reason()).isEqualTo(expected);
    assertThat(plan.reason()).isNotBlank();
  }

  @Test
  void doesWhatItIsTold() {
    EnginePlanner planner = planner(1189, 6080, 153710, 2, 2, 2);
    assertThat(planner.plan(Optional.of(PlanKind.BROADCAST)))
        .isEqualTo(new Plan(PlanKind.BROADCAST, "as --plan says"));
  }

  @Test
  void refusesADriverThatIsTooSmall() {
    EnginePlanner planner = planner(100_000, 20_000, 40_000_000, 2, 2, 2);
    assertThatExceptionOfType(PlanException.class)
        .isThrownBy(() -> planner.plan(Optional.of(PlanKind.DRIVER)))
        .withMessageStartingWith("plan driver needs 0.97 GiB of the driver's heap of 2.00 GiB")
        .withMessageContaining("raise --driver-memory");
  }
}
