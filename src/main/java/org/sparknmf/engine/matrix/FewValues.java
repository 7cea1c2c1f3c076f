package org.sparknmf.engine.matrix;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the distinct values of cells, as long as they are few. */
public final class FewValues implements Serializable {
  private static final long serialVersionUID = 1L;

  /** More than a scale of stars, of points or of grades has. */
  static final int MOST = 20;

  private final double[] values = new double[MOST];
  private final long[] counts = new long[MOST];

  /** How many there are; -1 once they are many. */
  private int size;

  /** Adds a value that some cells have. */
  void add(double value, long cells) {
    if (size < 0) {
      return;
    }
    int place = Arrays.binarySearch(values, 0, size, value);
    if (place >= 0) {
      counts[place] += cells;
      return;
    }
    if (size == MOST) {
      size = -1;
      return;
    }
    int at = -place - 1;
    System.arraycopy(values, at, values, at + 1, size - at);
    System.arraycopy(counts, at, counts, at + 1, size - at);
    values[at] = value;
    counts[at] = cells;
    size++;
  }

  /** Adds the values of other cells. */
  void addAll(FewValues others) {
    if (others.size < 0) {
      size = -1;
    }
    for (int i = 0; i < others.size; i++) {
      add(others.values[i], others.counts[i]);
    }
  }

  /** How many cells have each value; empty where they are many. */
  SortedMap<Double, Long> byValue() {
    SortedMap<Double, Long> all = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      all.put(values[i], counts[i]);
    }
    return all;
  }

  /** As {@link #byValue}, of cells in several places. */
  static Map<Double, Long> together(Iterable<FewValues> places) {
    FewValues all = new FewValues();
    places.forEach(all::addAll);
    return all.byValue();
  }
}
