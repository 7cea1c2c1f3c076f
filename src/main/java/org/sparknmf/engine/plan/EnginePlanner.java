package org.sparknmf.engine.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.update.Extrapolation;

/** Chooses the engine: numbers in, plan out. */
public final class EnginePlanner {
  /** The rest of the heap is for Spark, the result and the garbage of an iteration. */
  private static final double DRIVER_SHARE = 0.4;

  /** Sums that the driver collects and adds up without being what everybody waits for. */
  private static final double MOST_COLLECTED = 512 << 20;

  /** The time up to which a Spark job's latency outweighs what more cores could save. */
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
   * @param extrapolation how a factor is extrapolated, if it is
   */
  private EnginePlanner(
      MatrixSummary x,
      BlockGrid grid,
      Resources resources,
      Loss loss,
      Extrapolation extrapolation) {
    this.x = x;
    this.rank = grid.rank();
    this.byBatch = grid.batches() > 0;
    this.resources = resources;
    this.formulas = new DemandFormulas(x, grid, resources, loss.width(grid.rank()), extrapolation);
    this.work = new Work(x, rank, loss);
  }

  /** A planner for what is asked of X. */
  public static EnginePlanner of(NmfSettings settings, DistributedMatrix x, Resources resources) {
    return of(settings, x.summary(), x.grid(), resources);
  }

  /** A planner for an X that is not there yet. */
  public static EnginePlanner of(
      NmfSettings settings, MatrixSummary x, BlockGrid grid, Resources resources) {
    return new EnginePlanner(x, grid, resources, settings.loss(x), settings.extrapolation());
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
    PlanKind last = byBatch ? PlanKind.SCATTER : PlanKind.SHUFFLE;
    if (!fits(last) && fits(PlanKind.DRIVER)) {
      return plan(
          PlanKind.DRIVER,
          "X and the factors fit the driver, and no other plan fits the executors");
    }
    requireFit(last);
    return plan(
        PlanKind.SHUFFLE,
        fits(PlanKind.SCATTER)
            ? "each partition touches few of H's "
                + gibibytes(hBytes())
                + ", which would otherwise travel whole"
            : "H alone is " + gibibytes(hBytes()) + ", too much for every machine to hold");
  }

  /** Every plan held against the machines, in the order of {@link PlanKind}. */
  public List<PlanCheck> checks() {
    return Arrays.stream(PlanKind.values()).map(this::check).toList();
  }

  private PlanCheck check(PlanKind kind) {
    double share = kind == PlanKind.DRIVER ? DRIVER_SHARE : Resources.CLUSTER_SHARE;
    return new PlanCheck(
        kind,
        formulas.of(kind),
        share * resources.driverHeap(),
        resources.isLocal() ? 0 : Resources.CLUSTER_SHARE * resources.executorHeap(),
        shortfall(kind).map(Shortfall::words));
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
    shortfall(kind)
        .ifPresent(
            shortfall -> {
              throw new PlanException(
                  "plan "
                      + kind.name().toLowerCase(Locale.ROOT)
                      + " needs "
                      + shortfall.wordsWithAlternative());
            });
  }

  /**
   * What a plan lacks.
   *
   * @param words with the remedy
   * @param alternative what else a user could say who has asked for the plan; empty if nothing
   */
  private record Shortfall(String words, String alternative) {
    String wordsWithAlternative() {
      return words + alternative;
    }
  }

  private Optional<Shortfall> shortfall(PlanKind kind) {
    Demand demand = formulas.of(kind);
    if (kind == PlanKind.SHUFFLE && work.isOnEveryCell()) {
      return lack(
          "a loss that only looks at cells that are not zero: this one needs all of H on every"
              + " machine; say --plan scatter, raise the memory or take --loss frobenius or"
              + " kullback-leibler");
    }
    if (kind == PlanKind.SHUFFLE && byBatch) {
      return lack(
          "an H that is improved after a whole pass over X, got mini-batches, which need H on the"
              + " driver; say --plan auto or --mini-batch off");
    }
    if (kind == PlanKind.DRIVER) {
      return shortOf(
          demand.driver(), DRIVER_SHARE, resources.driverHeap(), "the driver", "driver", "auto");
    }
    String instead = kind == PlanKind.SHUFFLE || byBatch ? null : "auto";
    if (kind != PlanKind.SHUFFLE && (double) x.columns() * rank > Integer.MAX_VALUE - 8L) {
      return lack(
          "an H of less than 2^31 numbers, got %d x %d; lower --rank, or say --plan shuffle"
              .formatted(x.columns(), rank));
    }
    if (resources.isLocal()) {
      double both = demand.driver() + demand.executor();
      return shortOf(
          both, Resources.CLUSTER_SHARE, resources.driverHeap(), "the driver", "driver", instead);
    }
    return shortOf(
            demand.driver(),
            Resources.CLUSTER_SHARE,
            resources.driverHeap(),
            "the driver",
            "driver",
            instead)
        .or(
            () ->
                shortOf(
                    demand.executor(),
                    Resources.CLUSTER_SHARE,
                    resources.executorHeap(),
                    "each executor",
                    "executor",
                    instead));
  }

  private static Optional<Shortfall> lack(String words) {
    return Optional.of(new Shortfall(words, ""));
  }

  private static Optional<Shortfall> shortOf(
      double need, double share, long heap, String whose, String flag, String insteadPlan) {
    if (need <= share * heap) {
      return Optional.empty();
    }
    String words =
        "%s of %s's heap of %s, of which %d %% may hold what it needs; raise --%s-memory to %dg"
            .formatted(
                gibibytes(need),
                whose,
                gibibytes((double) heap),
                Math.round(100 * share),
                flag,
                Math.round(Math.ceil(need / share / GIB)));
    return Optional.of(
        insteadPlan == null
            ? new Shortfall(words + ", or give --partitions more", "")
            : new Shortfall(words, ", or say --plan " + insteadPlan));
  }

  private static final double GIB = 1L << 30;

  private double hBytes() {
    return formulas.of(PlanKind.SCATTER).collected();
  }

  public static String gibibytes(double bytes) {
    return String.format(Locale.ROOT, "%.2f GiB", bytes / GIB);
  }
}
