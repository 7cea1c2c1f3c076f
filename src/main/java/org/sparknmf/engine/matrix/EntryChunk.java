package org.sparknmf.engine.matrix;

import java.io.Serializable;
import java.util.Arrays;
import org.sparknmf.linalg.CompactNumbers;

/** Cells on their way to the partition that will hold them, in few bytes. */
public final class EntryChunk implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long firstRow;
  private final int[] rows;
  private final int[] columns;
  private final CompactNumbers values;

  /** The weights of the cells; null where every cell weighs 1. */
  private final double[] weights;

  private final int given;
  private final int zeros;

  private EntryChunk(Builder cells) {
    this.firstRow = cells.firstRow;
    this.rows = Arrays.copyOf(cells.rows, cells.size);
    this.columns = Arrays.copyOf(cells.columns, cells.size);
    this.values = new CompactNumbers(cells.values, cells.size);
    this.weights = cells.weights == null ? null : Arrays.copyOf(cells.weights, cells.size);
    this.given = cells.given;
    this.zeros = cells.zeros;
  }

  /** How many of the cells the source holds. */
  int given() {
    return given;
  }

  /** How many of the given cells are zeros, not counting those that are not there. */
  int zeros() {
    return zeros;
  }

  int size() {
    return rows.length;
  }

  long row(int position) {
    return firstRow + rows[position];
  }

  int column(int position) {
    return columns[position];
  }

  /** The values of all cells. */
  double[] values() {
    double[] all = new double[rows.length];
    values.copy(0, all.length, all);
    return all;
  }

  double weight(int position) {
    return weights == null ? 1 : weights[position];
  }

  /** Collects the cells of a chunk. */
  static final class Builder {
    private static final int CAPACITY = 1 << 14;

    private final long firstRow;
    private int[] rows = new int[64];
    private int[] columns = new int[64];
    private double[] values = new double[64];

    /** The weights of the cells; null as long as every cell weighs 1. */
    private double[] weights;

    private int size;
    private int given;
    private int zeros;

    /** Creates a builder for rows that {@linkplain #reaches lie around} the first one. */
    Builder(long firstRow) {
      this.firstRow = firstRow;
    }

    boolean reaches(long row) {
      return row - firstRow == (int) (row - firstRow);
    }

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
      rows[size] = (int) (row - firstRow);
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
      if (values[size - 1] == 0 && (weights == null || weights[size - 1] != 0)) {
        zeros++;
      }
    }

    boolean isFull() {
      return size == CAPACITY;
    }

    EntryChunk build() {
      return new EntryChunk(this);
    }
  }
}
