package org.sparknmf.app.bench;

import java.util.Arrays;

/**
 * The median and the quartiles of a sample; of two neighbours the lower.
 *
 * @param firstQuartile a quarter of the values is not above it
 * @param median half of the values are not above it
 * @param thirdQuartile three quarters of the values are not above it
 */
record Spread(double firstQuartile, double median, double thirdQuartile) {

  /** The quartiles of a sample of at least one value. */
  static Spread of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    return new Spread(sorted[last / 4], sorted[last / 2], sorted[(int) (3L * last / 4)]);
  }
}
