package org.sparknmf.report;

import java.util.List;

/**
 * What came out of trying a range of ranks.
 *
 * @param recommendedRank the rank that is advised
 * @param reason why, in one sentence
 * @param heldOutShare of the cells, that each fit did not see
 * @param restarts fits of each rank
 * @param ranks one entry for each rank tried, ascending
 */
public record Selection(
    int recommendedRank,
    String reason,
    double heldOutShare,
    int restarts,
    List<RankFigures> ranks) {

  /**
   * What is known of one rank. A figure that was not asked for, or is not defined, is NaN.
   *
   * @param rank components
   * @param heldOutError mean over the restarts of the relative error on held-out cells
   * @param heldOutDeviation its standard error
   * @param relativeError the least of the restarts on the cells they saw
   * @param nullError the same, where each column of X was permuted
   * @param silhouette of the matched components: mean, from -1 to 1
   * @param leastSilhouette of the least stable component
   * @param cophenetic correlation of the consensus of rows
   * @param dispersion of the consensus of rows, 0 to 1
   */
  public record RankFigures(
      int rank,
      double heldOutError,
      double heldOutDeviation,
      double relativeError,
      double nullError,
      double silhouette,
      double leastSilhouette,
      double cophenetic,
      double dispersion) {}
}
