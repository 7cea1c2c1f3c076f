package org.sparknmf.select;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
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
   * @param termsWidth numbers that a pass brings for each column, by the rank
   */
  static List<List<Integer>> of(
      List<Integer> ranks,
      int restarts,
      long rows,
      long columns,
      IntUnaryOperator termsWidth,
      Resources resources) {
    double perRow = 8.0 * restarts * COPIES_OF_W;
    double perColumn = 8.0 * restarts;
    double cluster = SHARE * resources.executorHeap() * Math.max(1, resources.executors());
    double machine = SHARE * Math.min(resources.driverHeap(), resources.executorHeap());
    List<List<Integer>> batches = new ArrayList<>();
    List<Integer> batch = new ArrayList<>();
    double w = 0;
    double h = 0;
    for (int rank : ranks) {
      double ownW = perRow * rows * rank;
      double width = COPIES_OF_H * rank + COPIES_OF_TERMS * (double) termsWidth.applyAsInt(rank);
      double ownH = perColumn * columns * width;
      if (!batch.isEmpty() && (w + ownW > cluster || h + ownH > machine)) {
        batches.add(List.copyOf(batch));
        batch.clear();
        w = 0;
        h = 0;
      }
      batch.add(rank);
      w += ownW;
      h += ownH;
    }
    batches.add(List.copyOf(batch));
    return batches;
  }
}
