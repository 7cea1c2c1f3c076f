package org.sparknmf.select;

import java.util.List;
import java.util.OptionalDouble;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.select.trial.HeldOut;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.divergence.Divergence;
import org.sparknmf.solver.method.Momentum;
import org.sparknmf.solver.method.NmfSettings;

/**
 * What is tried to find a rank.
 *
 * @param ranks ascending
 * @param restarts fits of each rank
 * @param heldOutShare of the cells; empty for what the matrix can spare
 * @param isBisected whether the best is sought between ranks, instead of trying all
 * @param isWarm whether each fit begins where that of the rank before ended
 * @param nmf each fit, but for its rank and for momentum, which trials do not have
 */
public record SelectionSettings(
    List<Integer> ranks,
    int restarts,
    OptionalDouble heldOutShare,
    boolean isBisected,
    boolean isWarm,
    NmfSettings nmf) {

  /** Most cells to hold out of a matrix that is not asked about it. */
  private static final double MOST_HELD_OUT = 0.1;

  private static final double LEAST_HELD_OUT = 1.0 / 128;

  /** The number of held-out cells above zero that is enough to tell one rank from the next. */
  private static final double ENOUGH_NON_ZEROS = 2000;

  /** Validates what does not depend on the matrix. */
  public SelectionSettings {
    ranks = ranks.stream().sorted().distinct().toList();
    if (restarts < 2) {
      throw new InvalidSettingException(
          "restarts must be at least 2, since stability compares them, got "
              + restarts
              + "; raise --restarts");
    }
    if (isBisected && isWarm) {
      throw new InvalidSettingException(
          "warm-start must be off where search is bisection, which does not take the ranks in"
              + " order; leave one of --warm-start and --search out");
    }
    requireComparable(nmf);
    nmf = nmf.with(nmf.updates().with(Momentum.NO));
    heldOutShare.ifPresent(HeldOut::rounded);
  }

  private static void requireComparable(NmfSettings nmf) {
    Divergence divergence = nmf.objective().divergence();
    if (!divergence.servesZeros()) {
      throw new InvalidSettingException(
          "loss must have a beta above 0 where cells are held out, since a zero stands in the place"
              + " of each, got "
              + divergence.name()
              + "; change --loss");
    }
    if (!nmf.method().servesHeldOutCells() || nmf.miniBatch().isOn()) {
      throw new InvalidSettingException(
          "solver must be hals or mu where cells are held out, without mini-batches; change"
              + " --solver");
    }
  }

  /**
   * The share for a matrix: of sparse ones little, since a zero held out costs as much as any cell,
   * but enough cells above zero. Where cells that are not stored are missing, no zero is held out
   * but those that are stored.
   */
  double share(EmptyCells emptyCells, double nonZeros, double cells) {
    if (emptyCells == EmptyCells.MISSING) {
      return heldOutShare.orElse(MOST_HELD_OUT);
    }
    double wanted = Math.max(nonZeros / cells / 2, ENOUGH_NON_ZEROS / Math.max(1, nonZeros));
    return heldOutShare.orElse(Math.min(MOST_HELD_OUT, Math.max(LEAST_HELD_OUT, wanted)));
  }

  /** The largest rank. */
  public int largest() {
    return ranks.get(ranks.size() - 1);
  }
}
