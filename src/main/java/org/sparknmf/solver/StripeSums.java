package org.sparknmf.solver;

import java.util.List;

/** Adds up what consecutive pieces contribute, in their order. */
public final class StripeSums {
  private StripeSums() {}

  /**
   * The sum of arrays of one length, entry by entry, from the first on.
   *
   * @param parts at least one, none modified
   */
  public static double[] inOrder(List<double[]> parts) {
    double[] total = parts.get(0).clone();
    for (double[] part : parts.subList(1, parts.size())) {
      for (int p = 0; p < total.length; p++) {
        total[p] += part[p];
      }
    }
    return total;
  }
}
