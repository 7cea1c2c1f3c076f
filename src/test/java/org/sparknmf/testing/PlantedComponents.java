package org.sparknmf.testing;

import java.util.Arrays;

/**
 * Which component found is which one planted: the assignment of largest total cosine, as the
 * Hungarian method finds it, here by dynamic programming over all subsets.
 */
public final class PlantedComponents {
  private PlantedComponents() {}

  /**
   * The cosine of each planted component with the one assigned to it.
   *
   * @param planted (rows x rank), row-major
   * @param found of the same shape
   */
  public static double[] cosines(double[] planted, double[] found, int rank) {
    double[] cosines = new double[rank * rank];
    for (int a = 0; a < rank; a++) {
      for (int b = 0; b < rank; b++) {
        double lengths =
            Math.sqrt(dot(planted, a, planted, a, rank) * dot(found, b, found, b, rank));
        cosines[a * rank + b] = lengths == 0 ? 0 : dot(planted, a, found, b, rank) / lengths;
      }
    }
    return best(cosines, rank);
  }

  private static double dot(double[] left, int a, double[] right, int b, int rank) {
    double sum = 0;
    for (int i = 0; i < left.length / rank; i++) {
      sum += left[i * rank + a] * right[i * rank + b];
    }
    return sum;
  }

  /** best[set]: the largest total where the first |set| planted ones get those in the set. */
  private static double[] best(double[] gains, int rank) {
    double[] best = new double[1 << rank];
    int[] last = new int[1 << rank];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    best[0] = 0;
    for (int set = 1; set < best.length; set++) {
      int a = Integer.bitCount(set) - 1;
      for (int b = 0; b < rank; b++) {
        int bit = 1 << b;
        if ((set & bit) != 0 && best[set ^ bit] + gains[a * rank + b] > best[set]) {
          best[set] = best[set ^ bit] + gains[a * rank + b];
          last[set] = b;
        }
      }
    }
    double[] chosen = new double[rank];
    int set = best.length - 1;
    for (int a = rank - 1; a >= 0; a--) {
      chosen[a] = gains[a * rank + last[set]];
      set ^= (1 << last[set]);
    }
    return chosen;
  }
}
