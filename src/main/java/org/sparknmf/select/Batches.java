package org.sparknmf.select;

import java.util.ArrayList;
import java.util.List;
import org.sparknmf.engine.spark.Resources;

/** Ranks that run side by side: as many as there is memory for. */
final class Batches {
  /** The share of a JVM's memory that factors that stand side by side may take. */
  private static final double SHARE = 0.2;

  /** W before and after an update. */
  private static final int COPIES_OF_W = 2;

  /** H before and after an update. */
  private static final int COPIES_OF_H = 2;

  /** The terms of H, of a task and of all. */
  private static final int COPIES_OF_TERMS = 2;

  private Batches() {}

  /**
   * Cuts ranks into batches, in order.
   *
   * @param rows of X
   * @param columns of X
   * @param termsWidth numbers that a pass brings for each of H
   */
  static List<List<Integer>> of(
      List<Integer> ranks,
      int restarts,
      long rows,
      long columns,
      int termsWidth,
      Resources resources) {
    double perColumnOfFactors = restarts * 8.0;
    double w = perColumnOfFactors * COPIES_OF_W * rows;
    double h = perColumnOfFactors * (COPIES_OF_H + COPIES_OF_TERMS * termsWidth) * columns;
    double cluster = (double) resources.executorHeap() * Math.max(1, resources.executors());
    double most =
        Math.min(
            SHARE * cluster / w,
            SHARE * Math.min(resources.driverHeap(), resources.executorHeap()) / h);
    List<List<Integer>> batches = new ArrayList<>();
    List<Integer> batch = new ArrayList<>();
    int width = 0;
    for (int rank : ranks) {
      if (!batch.isEmpty() && width + rank > most) {
        batches.add(List.copyOf(batch));
        batch.clear();
        width = 0;
      }
      batch.add(rank);
      width += rank;
    }
    batches.add(List.copyOf(batch));
    return batches;
  }
}
