package io.github.sparknmf.engine;

import java.io.Serializable;
import java.util.Arrays;

/** Cells on their way to the partition that will hold them. */
final class EntryChunk implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int CAPACITY = 1 << 14;

  private long[] rows = new long[64];
  private int[] columns = new int[64];
  private double[] values = new double[64];

  /** Null as long as every cell weighs 1. */
  private double[] weights;

  private int size;
  private int given;
  private int zeros;

  void add(long row, int column, double value, double weight) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
      columns = Arrays.copyOf(columns, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
      weights = weights == null ? null : Arrays.copyOf(weights, 2 * size);
    }
    if (weight != 1 && weights == null) {
      weights = new double[values.length];
      Arrays.fill(weights, 0, size, 1);
    }
    rows[size] = row;
    columns[size] = column;
    values[size] = value;
    if (weights != null) {
      weights[size] = weight;
    }
    size++;
  }

  /** Counts the cell just added as one that the source holds. */
  void countAsGiven() {
    given++;
    if (values[size - 1] == 0 && weight(size - 1) != 0) {
      zeros++;
    }
  }

  int given() {
    return given;
  }

  /** How many of the given cells are zeros, not counting those that are not there. */
  int zeros() {
    return zeros;
  }

  boolean isFull() {
    return size == CAPACITY;
  }

  int size() {
    return size;
  }

  long row(int position) {
    return rows[position];
  }

  int column(int position) {
    return columns[position];
  }

  double value(int position) {
    return values[position];
  }

  double weight(int position) {
    return weights == null ? 1 : weights[position];
  }
}
