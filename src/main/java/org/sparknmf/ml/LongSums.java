package org.sparknmf.ml;

/** Adds counts. */
final class LongSums {
  private LongSums() {}

  /** A new array with the sums of corresponding entries; an empty array stands for zeros. */
  static long[] of(long[] one, long[] other) {
    if (one.length == 0 || other.length == 0) {
      return one.length == 0 ? other : one;
    }
    long[] sums = one.clone();
    for (int p = 0; p < sums.length; p++) {
      sums[p] += other[p];
    }
    return sums;
  }
}
