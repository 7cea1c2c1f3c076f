package io.github.sparknmf.engine;

import io.github.sparknmf.solver.MatrixSummary;
import java.util.Locale;
import java.util.Optional;

/** Chooses the engine: numbers in, plan out. */
public final class EnginePlanner {
  /** The rest of the heap is for Spark, the result and the garbage of an iteration. */
  private static final double HEAP_SHARE = 0.4;

  /** What one core does with the products, measured; the rounding is on the safe side. */
  private static final double FLOPS_PER_CORE = 5e9;

  /** Up to here a Spark job's latency outweighs what more cores could save. */
  private static final double SHORT_SECONDS = 0.1;

  /** Index and value by rows and by columns, at worst. */
  private static final long BYTES_PER_CELL = 24;

  private final MatrixSummary x;
  private final int rank;
  private final int segments;
  private final Resources resources;

  /** A planner for X on its grid. */
  public EnginePlanner(MatrixSummary x, BlockGrid grid, Resources resources) {
    this.x = x;
    this.rank = grid.rank();
    this.segments = grid.segments();
    this.resources = resources;
  }

  /**
   * The plan that was asked for, or the best.
   *
   * @throws PlanException if the plan asked for cannot work
   */
  public Plan plan(Optional<PlanKind> wanted) {
    if (wanted.isPresent() && (wanted.get() != PlanKind.DRIVER || fitsDriver())) {
      return new Plan(wanted.get(), "as --plan says");
    }
    if (wanted.isPresent()) {
      throw new PlanException(
          "plan driver needs "
              + gibibytes(driverBytes())
              + " of the driver's heap of "
              + gibibytes((double) resources.driverHeap())
              + ", of which "
              + Math.round(100 * HEAP_SHARE)
              + " % may hold X and the factors; raise --driver-memory, or say --plan auto");
    }
    if (!fitsDriver()) {
      return new Plan(
          PlanKind.BROADCAST,
          "X and the factors need "
              + gibibytes(driverBytes())
              + ", too much for the driver's heap of "
              + gibibytes((double) resources.driverHeap()));
    }
    if (resources.clusterCores() <= resources.driverCores()) {
      return new Plan(
          PlanKind.DRIVER, "X and the factors fit the driver, which has all the cores there are");
    }
    return driverSeconds() < SHORT_SECONDS
        ? new Plan(
            PlanKind.DRIVER,
            "X and the factors fit the driver, and an iteration there is shorter than a Spark job")
        : new Plan(
            PlanKind.BROADCAST,
            resources.clusterCores() + " cores of the cluster are faster than the driver's");
  }

  private boolean fitsDriver() {
    return driverBytes() <= HEAP_SHARE * resources.driverHeap();
  }

  /** X, W before and after, H, and for each core the sums that wait for their siblings. */
  private double driverBytes() {
    double sums = 2.0 + resources.driverCores() * (2.0 + levelsOfSums());
    double factors = 2.0 * x.rows() * rank + sums * x.columns() * rank;
    double cells = Math.min(BYTES_PER_CELL * (double) x.nonZeros(), 8.0 * x.rows() * x.columns());
    return cells + 8 * factors;
  }

  /** Height of the tree of sums that one core completes. */
  private int levelsOfSums() {
    int perCore = Math.max(1, segments / Math.max(1, resources.driverCores()));
    return 32 - Integer.numberOfLeadingZeros(perCore);
  }

  private double driverSeconds() {
    return 4.0 * x.nonZeros() * rank / (FLOPS_PER_CORE * resources.driverCores());
  }

  private static String gibibytes(double bytes) {
    return String.format(Locale.ROOT, "%.2f GiB", bytes / (1L << 30));
  }
}
