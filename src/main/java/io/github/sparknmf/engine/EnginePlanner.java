package io.github.sparknmf.engine;

import io.github.sparknmf.solver.Loss;
import io.github.sparknmf.solver.MatrixSummary;
import io.github.sparknmf.solver.NmfSettings;
import io.github.sparknmf.solver.UpdateRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Chooses the engine: numbers in, plan out. */
public final class EnginePlanner {
  /** The rest of the heap is for Spark, the result and the garbage of an iteration. */
  private static final double DRIVER_SHARE = 0.4;

  /** Where X and W can go to disk, more of the heap may be what cannot. */
  static final double CLUSTER_SHARE = 0.65;

  /** Sums that the driver collects and adds up without being what everybody waits for. */
  private static final double MOST_COLLECTED = 512 << 20;

  /** Up to here a Spark job's latency outweighs what more cores could save. */
  private static final double SHORT_SECONDS = 0.1;

  private final MatrixSummary x;
  private final int rank;
  private final boolean byBatch;
  private final Resources resources;
  private final DemandFormulas formulas;
  private final Work work;

  /**
   * A planner for X on its grid.
   *
   * @param loss whose terms travel
   */
  public EnginePlanner(MatrixSummary x, BlockGrid grid, Resources resources, Loss loss) {
    this.x = x;
    this.rank = grid.rank();
    this.byBatch = grid.batches() > 0;
    this.resources = resources;
    this.formulas = new DemandFormulas(x, grid, resources, loss.width(grid.rank()));
    this.work = new Work(x, rank, loss);
  }

  /** A planner for what is asked of X. */
  public static EnginePlanner of(NmfSettings settings, DistributedMatrix x, Resources resources) {
    Loss loss = UpdateRules.of(settings, x.summary()).loss();
    return new EnginePlanner(x.summary(), x.grid(), resources, loss);
  }

  /**
   * The plan that was asked for, or the best.
   *
   * @throws PlanException if the plan asked for cannot work, or none can
   */
  public Plan plan(Optional<PlanKind> wanted) {
    if (wanted.isPresent()) {
      requireFit(wanted.get());
      return plan(wanted.get(), "as --plan says");
    }
    if (fits(PlanKind.DRIVER) && isBestInDriver()) {
      return plan(
          PlanKind.DRIVER,
          resources.clusterCores() <= resources.driverCores()
              ? "X and the factors fit the driver, which has all the cores there are"
              : "X and the factors fit the driver, and an iteration there is shorter than a Spark"
                  + " job");
    }
    String whyNotDriver =
        fits(PlanKind.DRIVER)
            ? resources.clusterCores() + " cores of the cluster are faster than the driver's"
            : "X and the factors need "
                + gibibytes(formulas.of(PlanKind.DRIVER).driver())
                + ", too much for the driver's heap of "
                + gibibytes((double) resources.driverHeap());
    double collected = formulas.of(PlanKind.BROADCAST).collected();
    if (fits(PlanKind.BROADCAST) && collected <= MOST_COLLECTED) {
      return plan(PlanKind.BROADCAST, whyNotDriver);
    }
    if (fits(PlanKind.SCATTER) && !movesLess(PlanKind.SHUFFLE, PlanKind.SCATTER)) {
      return plan(
          PlanKind.SCATTER,
          whyNotDriver
              + "; the sums of all partitions are "
              + gibibytes(collected)
              + ", too much for the driver to collect");
    }
    requireFit(byBatch ? PlanKind.SCATTER : PlanKind.SHUFFLE);
    return plan(
        PlanKind.SHUFFLE,
        fits(PlanKind.SCATTER)
            ? "each partition touches few of H's "
                + gibibytes(hBytes())
                + ", which would otherwise travel whole"
            : "H alone is " + gibibytes(hBytes()) + ", too much for every machine to hold");
  }

  private boolean movesLess(PlanKind one, PlanKind other) {
    int executors = resources.executors();
    return fits(one) && formulas.of(one).moved(executors) < formulas.of(other).moved(executors);
  }

  private Plan plan(PlanKind kind, String reason) {
    int cores = kind == PlanKind.DRIVER ? resources.driverCores() : resources.clusterCores();
    String cost = work.isOnEveryCell() ? "; " + work.words(cores) : "";
    return new Plan(kind, reason + cost, formulas.of(kind));
  }

  private boolean isBestInDriver() {
    return resources.clusterCores() <= resources.driverCores()
        || work.seconds(resources.driverCores()) < SHORT_SECONDS;
  }

  private boolean fits(PlanKind kind) {
    return shortfall(kind).isEmpty();
  }

  private void requireFit(PlanKind kind) {
    Optional<String> shortfall = shortfall(kind);
    if (shortfall.isPresent()) {
      throw new PlanException(
          "plan " + kind.name().toLowerCase(Locale.ROOT) + " needs " + shortfall.get());
    }
  }

  /** What a plan lacks, with the remedy. */
  private Optional<String> shortfall(PlanKind kind) {
    Demand demand = formulas.of(kind);
    if (kind == PlanKind.SHUFFLE && work.isOnEveryCell()) {
      return Optional.of(
          "a loss that only looks at cells that are not zero: this one needs all of H on every"
              + " machine; say --plan scatter, raise the memory or take --loss frobenius or"
              + " kullback-leibler");
    }
    if (kind == PlanKind.SHUFFLE && byBatch) {
      return Optional.of(
          "an H that is improved after a whole pass over X, got mini-batches, which need H on the"
              + " driver; say --plan auto or --mini-batch off");
    }
    if (kind == PlanKind.DRIVER) {
      return shortOf(
          demand.driver(), DRIVER_SHARE, resources.driverHeap(), "the driver", "driver", "auto");
    }
    String instead = kind == PlanKind.SHUFFLE || byBatch ? null : "auto";
    if (kind != PlanKind.SHUFFLE && (double) x.columns() * rank > Integer.MAX_VALUE - 8L) {
      return Optional.of(
          "an H of less than 2^31 numbers, got %d x %d; lower --rank, or say --plan shuffle"
              .formatted(x.columns(), rank));
    }
    if (resources.isLocal()) {
      double both = demand.driver() + demand.executor();
      return shortOf(both, CLUSTER_SHARE, resources.driverHeap(), "the driver", "driver", instead);
    }
    return shortOf(
            demand.driver(), CLUSTER_SHARE, resources.driverHeap(), "the driver", "driver", instead)
        .or(
            () ->
                shortOf(
                    demand.executor(),
                    CLUSTER_SHARE,
                    resources.executorHeap(),
                    "each executor",
                    "executor",
                    instead));
  }

  private static Optional<String> shortOf(
      double need, double share, long heap, String whose, String flag, String insteadPlan) {
    if (need <= share * heap) {
      return Optional.empty();
    }
    String remedy =
        "raise --" + flag + "-memory to " + Math.round(Math.ceil(need / share / GIB)) + "g";
    List<String> remedies =
        insteadPlan == null
            ? List.of(remedy, "or give --partitions more")
            : List.of(remedy, "or say --plan " + insteadPlan);
    return Optional.of(
        "%s of %s's heap of %s, of which %d %% may hold what it needs; %s"
            .formatted(
                gibibytes(need),
                whose,
                gibibytes((double) heap),
                Math.round(100 * share),
                String.join(", ", remedies)));
  }

  private static final double GIB = 1L << 30;

  private double hBytes() {
    return formulas.of(PlanKind.SCATTER).collected();
  }

  private static String gibibytes(double bytes) {
    return String.format(Locale.ROOT, "%.2f GiB", bytes / GIB);
  }
}
