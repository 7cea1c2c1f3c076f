package io.github.sparknmf.select;

import java.util.List;
import java.util.Locale;

/**
 * The rank that is advised, and why. Held-out cells have the first say: the least rank whose error
 * there is within one standard error of the best (Hastie, Tibshirani and Friedman, The Elements of
 * Statistical Learning, 7.10). Where they say nothing, because their error never falls below that
 * of the least rank tried, the permuted columns have it: the last rank up to which every further
 * component explains more of X than of the same X without structure (Frigyesi and Höglund, Cancer
 * Informatics 2008).
 *
 * @param rank k
 * @param reason one sentence
 */
public record RankChoice(int rank, String reason) {

  /** From what is known of each rank, ascending. */
  static RankChoice of(List<RankSummary> ranks) {
    if (ranks.size() == 1) {
      int only = ranks.get(0).rank();
      return new RankChoice(only, "rank %d is the only one that was tried".formatted(only));
    }
    int best = leastError(ranks);
    return best > 0 ? byHeldOutCells(ranks, best) : byPermutedColumns(ranks);
  }

  private static int leastError(List<RankSummary> ranks) {
    int best = 0;
    for (int i = 1; i < ranks.size(); i++) {
      if (ranks.get(i).heldOutError() < ranks.get(best).heldOutError()) {
        best = i;
      }
    }
    return best;
  }

  private static RankChoice byHeldOutCells(List<RankSummary> ranks, int best) {
    RankSummary least = ranks.get(best);
    double limit = least.heldOutError() + orZero(least.heldOutDeviation());
    RankSummary chosen =
        ranks.stream().filter(rank -> rank.heldOutError() <= limit).findFirst().orElse(least);
    String error =
        String.format(
            Locale.ROOT,
            "rank %d has the least error on cells held out (%.4f)",
            least.rank(),
            least.heldOutError());
    if (chosen.rank() == least.rank()) {
      return new RankChoice(chosen.rank(), error + edge(ranks, best));
    }
    return new RankChoice(
        chosen.rank(),
        String.format(
            Locale.ROOT,
            "%s, and rank %d is the least within one standard error of it (%.4f)%s",
            error,
            chosen.rank(),
            chosen.heldOutError(),
            edge(ranks, best)));
  }

  private static String edge(List<RankSummary> ranks, int best) {
    return best == ranks.size() - 1 ? "; it is the largest tried: try larger ones" : "";
  }

  private static double orZero(double deviation) {
    return Double.isNaN(deviation) ? 0 : deviation;
  }

  private static RankChoice byPermutedColumns(List<RankSummary> ranks) {
    int last = 0;
    while (last + 1 < ranks.size() && gain(ranks, last, false) > gain(ranks, last, true)) {
      last++;
    }
    int rank = ranks.get(last).rank();
    String words =
        "held-out cells do not tell, and rank %d is the last whose components all explain more than"
            + " they would of columns that have nothing to do with each other";
    return new RankChoice(rank, words.formatted(rank) + edge(ranks, last));
  }

  /** By how much a step from one rank to the next lets the squared error fall, for each rank. */
  private static double gain(List<RankSummary> ranks, int from, boolean isNull) {
    RankSummary before = ranks.get(from);
    RankSummary after = ranks.get(from + 1);
    double fall =
        isNull
            ? square(before.nullError()) - square(after.nullError())
            : square(before.relativeError()) - square(after.relativeError());
    return fall / (after.rank() - before.rank());
  }

  private static double square(double error) {
    return error * error;
  }
}
