package org.sparknmf.app.bench;

import java.util.Arrays;

/**
 * Where the values of a sample lie; of two neighbours the lower.
 *
 * @param firstQuartile a quarter of the values is not above it
 * @param median half of the values are not above it
 * @param thirdQuartile three quarters of the values are not above it
 */
record Spread(double firstQuartile, double median, double thirdQuartile) {

  /** Of at least one value. */
  static Spread of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int last = sorted.length - 1;
    return new Spread(sorted[last / 4], sorted[last / 2], sorted[(int) (3L * last / 4)]);
  }
}
