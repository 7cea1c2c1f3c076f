package org.sparknmf.ml;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Counts in how many rows some columns occur, alone and in pairs, and measures how coherent lists
 * of them are.
 */
final class Coherence {
  /** The places here of columns by number; others are of no interest. */
  private final Map<Integer, Integer> places = new TreeMap<>();

  /** Symmetric (size x size), the diagonal for columns alone; then the number of rows. */
  private final long[] counts;

  /** Scratch memory. */
  private final int[] found;

  /**
   * Creates counts of no rows yet.
   *
   * @param columns the numbers of interest, distinct
   */
  Coherence(List<Integer> columns) {
    this(columns, new long[length(columns.size())]);
  }

  /** Creates an object with counts that are known; the array is taken as it is. */
  Coherence(List<Integer> columns, long[] counts) {
    columns.forEach(column -> places.put(column, places.size()));
    this.counts = counts;
    this.found = new int[places.size()];
  }

  /** Counts of so many columns. */
  static int length(int columns) {
    return Math.addExact(Math.multiplyExact(columns, columns), 1);
  }

  /** Counts one row. */
  void add(int[] columns, double[] values) {
    counts[counts.length - 1]++;
    int size = 0;
    for (int p = 0; p < columns.length; p++) {
      Integer place = values[p] > 0 ? places.get(columns[p]) : null;
      if (place != null) {
        found[size++] = place;
      }
    }
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        counts[found[a] * places.size() + found[b]]++;
      }
    }
  }

  /** The counts; those of disjoint rows are added entry by entry; not to be modified. */
  long[] counts() {
    return counts;
  }

  /**
   * The mean of ln((D(a, b) + 1) / D(b)) over pairs of a list, b before a (Mimno et al., EMNLP
   * 2011, equation 1, divided by the number of pairs).
   */
  OptionalDouble umass(List<Integer> columns) {
    return mean(columns, (both, first, second) -> Math.log((both + 1.0) / first));
  }

  /**
   * The mean of ln(p(a, b) / (p(a) p(b))) / -ln p(a, b) over pairs of a list: -1 for columns that
   * never meet, 1 for columns that are never apart (Bouma, GSCL 2009); p counts rows.
   */
  OptionalDouble npmi(List<Integer> columns) {
    double rows = counts[counts.length - 1];
    return mean(
        columns,
        (both, first, second) -> {
          if (both == 0 || both == rows) {
            return both == 0 ? -1 : 1;
          }
          return Math.log(both * rows / ((double) first * second)) / Math.log(rows / both);
        });
  }

  /** Pairs of which one column is in no row do not count. */
  private OptionalDouble mean(List<Integer> columns, PairScore score) {
    double sum = 0;
    int pairs = 0;
    for (int a = 1; a < columns.size(); a++) {
      for (int b = 0; b < a; b++) {
        long first = rowsWith(columns.get(b), columns.get(b));
        long second = rowsWith(columns.get(a), columns.get(a));
        if (first > 0 && second > 0) {
          sum += score.of(rowsWith(columns.get(a), columns.get(b)), first, second);
          pairs++;
        }
      }
    }
    return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / pairs);
  }

  private long rowsWith(int one, int other) {
    return counts[places.get(one) * places.size() + places.get(other)];
  }

  /** What a pair is worth. */
  @FunctionalInterface
  private interface PairScore {
    double of(long both, long first, long second);
  }
}
