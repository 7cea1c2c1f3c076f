package org.sparknmf.engine.shuffle;

import java.util.Arrays;

/** Sorted sets of column numbers. */
final class TouchedColumns {
  private TouchedColumns() {}

  /**
   * The union of a sorted set with whatever numbers.
   *
   * @param set ascending, not modified
   * @param more in any order, not modified
   */
  static int[] union(int[] set, int[] more) {
    int[] all = Arrays.copyOf(set, set.length + more.length);
    System.arraycopy(more, 0, all, set.length, more.length);
    Arrays.sort(all);
    int kept = 0;
    for (int p = 0; p < all.length; p++) {
      if (p == 0 || all[p] != all[p - 1]) {
        all[kept++] = all[p];
      }
    }
    return Arrays.copyOf(all, kept);
  }
}
