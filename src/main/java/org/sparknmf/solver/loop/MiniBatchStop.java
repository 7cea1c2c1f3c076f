package org.sparknmf.solver.loop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The stopping rule of mini-batches, that of scikit-learn: they stop when a batch changes H by no
 * more than {@code tolerance} times its size, or when the exponentially weighted mean of the
 * batches' cost per row has found no new minimum in ten batches. The first step does not count.
 * Unlike there, nothing stops before each row has been seen, since its W would be a start value,
 * and minima count from the end of the first pass on: before, all costs are of rows at their start.
 */
final class MiniBatchStop {
  /** Batches without a new minimum after which it stops. */
  static final int MOST_WITHOUT_IMPROVEMENT = 10;

  private final double tolerance;
  private final int batches;
  private final long rows;
  private int steps;
  private double mean = Double.NaN;
  private double least = Double.POSITIVE_INFINITY;
  private int withoutImprovement;

  /**
   * A rule for one run.
   *
   * @param tolerance 0 never stops
   * @param batches in a pass
   * @param rows of X
   */
  MiniBatchStop(double tolerance, int batches, long rows) {
    this.tolerance = tolerance;
    this.batches = batches;
    this.rows = rows;
  }

  /** What it has seen. */
  List<Double> memory() {
    return List.of((double) steps, mean, least, (double) withoutImprovement);
  }

  /** What a rule that went before has seen. */
  void remember(List<Double> memory) {
    steps = memory.get(0).intValue();
    mean = memory.get(1);
    least = memory.get(2);
    withoutImprovement = memory.get(3).intValue();
  }

  /** Whether it never stops anything. */
  boolean isOff() {
    return tolerance == 0;
  }

  /**
   * Takes note of a step and says whether, and why, it is the last.
   *
   * @param size rows of the batch
   * @param cost of one of them on average, before H was updated
   * @param change ||H - H_before||
   * @param norm ||H||
   */
  Optional<StopReason> after(long size, double cost, double change, double norm) {
    steps++;
    if (isOff() || steps == 1) {
      return Optional.empty();
    }
    double weight = Math.min(1, size / (rows + 1.0));
    mean = Double.isNaN(mean) ? cost : mean * (1 - weight) + cost * weight;
    boolean allSeen = steps >= batches;
    if (!allSeen) {
      return Optional.empty();
    }
    if (change <= tolerance * norm) {
      return stop(
          String.format(
              Locale.ROOT,
              "a batch changed H by %.1e of its size, at most the tolerance %.1e",
              norm == 0 ? 0 : change / norm,
              tolerance));
    }
    if (mean < least) {
      least = mean;
      withoutImprovement = 0;
    } else {
      withoutImprovement++;
    }
    return withoutImprovement >= MOST_WITHOUT_IMPROVEMENT
        ? stop(
            "the mean cost of a row, smoothed over batches, found no new minimum in "
                + withoutImprovement
                + " batches")
        : Optional.empty();
  }

  private Optional<StopReason> stop(String words) {
    String where =
        String.format(
            Locale.ROOT,
            "; that was batch %d of %d in pass %d over X",
            (steps - 1) % batches + 1,
            batches,
            (steps - 1) / batches + 1);
    return Optional.of(new StopReason(true, "converged: " + words + where));
  }
}
