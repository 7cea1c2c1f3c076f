package org.sparknmf.linalg;

import org.sparknmf.linalg.kernel.KernelChoice;

/** Sums side by side: lanes are whatever does not depend on each other, say rows of a factor. */
public final class LaneSums {
  private LaneSums() {}

  /**
   * s_l += sum over r of a_r V_rl, r ascending, each s_l one chain of fused multiply-adds.
   *
   * @param coefficients holds a (count) from {@code from} on, not modified
   * @param lanes holds V (count x width) from row {@code firstRow} on, not modified
   * @param sums s (width) from its beginning, modified
   */
  public static void addTimes(
      double[] coefficients,
      int from,
      int count,
      double[] lanes,
      int firstRow,
      int width,
      double[] sums) {
    Shapes.requireDistinct(lanes, sums);
    KernelChoice.ACTIVE.denseTimes(
        coefficients, from, count, 1, count, lanes, firstRow * width, width, sums, 0);
  }
}
