package org.sparknmf.select;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The rank that is advised, and why, from the three answers there are.
 *
 * <ul>
 *   <li>Held-out cells support the least rank whose error is within one standard error of the best
 *       (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 7.10).
 *   <li>Permuted columns support the last rank up to which every further component explains more of
 *       X than of the same X without structure (Frigyesi and Höglund, Cancer Informatics 2008).
 *   <li>The larger of the two bounds the search: from two thirds of it up, the restarts decide. The
 *       rank advised is the largest whose components they agree on almost as well as anywhere
 *       there.
 * </ul>
 *
 * @param rank k
 * @param reason one sentence
 */
public record RankChoice(int rank, String reason) {

  /** Silhouettes that differ by less than this say the same. */
  private static final double ALMOST = 0.05;

  /** The choice that follows from what is known of each rank, ascending. */
  static RankChoice of(List<RankSummary> ranks) {
    if (ranks.size() == 1) {
      int only = ranks.get(0).rank();
      return new RankChoice(only, "Rank %d is the only one that was tried".formatted(only));
    }
    int heldOut = byHeldOutCells(ranks);
    int permuted = byPermutedColumns(ranks);
    int most = Math.max(heldOut, permuted);
    List<RankSummary> candidates =
        ranks.stream().filter(one -> 3 * one.rank() >= 2 * most && one.rank() <= most).toList();
    double best = candidates.stream().mapToDouble(RankChoice::agreement).max().orElseThrow();
    RankSummary chosen = last(candidates, one -> agreement(one) >= best - ALMOST);
    return new RankChoice(
        chosen.rank(), reason(heldOut, permuted, candidates.get(0).rank(), chosen, ranks));
  }

  private static String reason(
      int heldOut, int permuted, int least, RankSummary chosen, List<RankSummary> ranks) {
    int most = Math.max(heldOut, permuted);
    String agreed =
        least == most
            ? "restarts agree on them"
            : "of the ranks from %d to %d rank %d is the largest on which restarts agree"
                .formatted(least, most, chosen.rank());
    String words =
        String.format(
            Locale.ROOT,
            "Cells held out support %d components and permuted columns %d, and %s (silhouette"
                + " %.2f)",
            heldOut,
            permuted,
            agreed,
            agreement(chosen));
    return most == ranks.get(ranks.size() - 1).rank()
        ? words + "; %d is the largest tried: try larger ones".formatted(most)
        : words;
  }

  private static RankSummary last(List<RankSummary> ranks, Predicate<RankSummary> which) {
    return ranks.stream().filter(which).reduce((one, next) -> next).orElseThrow();
  }

  /** A single component agrees with itself. */
  private static double agreement(RankSummary rank) {
    return Double.isNaN(rank.silhouette()) ? 1 : rank.silhouette();
  }

  private static int byHeldOutCells(List<RankSummary> ranks) {
    RankSummary least = ranks.get(0);
    for (RankSummary one : ranks) {
      if (one.heldOutError() < least.heldOutError()) {
        least = one;
      }
    }
    double deviation = least.heldOutDeviation();
    double limit = least.heldOutError() + (Double.isNaN(deviation) ? 0 : deviation);
    return ranks.stream()
        .filter(one -> one.heldOutError() <= limit)
        .findFirst()
        .orElse(least)
        .rank();
  }

  private static int byPermutedColumns(List<RankSummary> ranks) {
    int last = 0;
    while (last + 1 < ranks.size() && gain(ranks, last, false) > gain(ranks, last, true)) {
      last++;
    }
    return ranks.get(last).rank();
  }

  /** The fall of the squared error per rank, from one rank that was tried to the next. */
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
