package org.sparknmf.linalg;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Collects cells in any order and makes a {@link CsrMatrix} that does not depend on that order. */
public final class CsrBuilder {
  private static final int FIRST_CAPACITY = 1024;

  private final int rows;
  private final int columns;
  private final EmptyCells emptyCells;
  private int[] rowIds = new int[FIRST_CAPACITY];
  private int[] columnIds = new int[FIRST_CAPACITY];
  private double[] values = new double[FIRST_CAPACITY];

  /** The weights of the cells; null as long as every cell weighs 1. */
  private double[] weights;

  private int size;

  /** A builder of a (rows x columns) matrix without cells, where a zero says nothing. */
  public CsrBuilder(int rows, int columns) {
    this(rows, columns, EmptyCells.ZERO);
  }

  /** A builder of a (rows x columns) matrix without cells. */
  public CsrBuilder(int rows, int columns, EmptyCells emptyCells) {
    this.rows = rows;
    this.columns = columns;
    this.emptyCells = emptyCells;
  }

  /** Adds one cell of weight 1. */
  public void add(int row, int column, double value) {
    add(row, column, value, 1);
  }

  /**
   * Adds one cell. One of weight 0 is forgotten; so is a zero where {@link EmptyCells#ZERO} holds.
   *
   * @param weight finite and not negative
   */
  public void add(int row, int column, double value, double weight) {
    if (weight == 0 || (value == 0 && emptyCells == EmptyCells.ZERO)) {
      return;
    }
    if (size == values.length) {
      grow();
    }
    if (weight != 1 && weights == null) {
      weights = new double[values.length];
      Arrays.fill(weights, 0, size, 1);
    }
    rowIds[size] = row;
    columnIds[size] = column;
    // Without the sign of a zero, which would make equal cells differ in their bits.
    values[size] = value + 0.0;
    if (weights != null) {
      weights[size] = weight;
    }
    size++;
  }

  private void grow() {
    int capacity = Math.addExact(size, Math.max(size >> 1, 1));
    rowIds = Arrays.copyOf(rowIds, capacity);
    columnIds = Arrays.copyOf(columnIds, capacity);
    values = Arrays.copyOf(values, capacity);
    weights = weights == null ? null : Arrays.copyOf(weights, capacity);
  }

  /** Is told of cells that were added more than once. */
  @FunctionalInterface
  public interface RepeatedCells {
    /** Receives each such cell once, row by row, columns ascending. */
    void found(int row, int column);
  }

  /**
   * Builds the matrix, every row stored. A cell made of several has the largest of their weights.
   *
   * @throws DuplicateCellException under {@link DuplicatePolicy#ERROR}
   */
  public CsrMatrix build(DuplicatePolicy duplicates) {
    return build(duplicates, (row, column) -> {});
  }

  /**
   * Builds the matrix as {@link #build(DuplicatePolicy)} does, and tells which cells were merged.
   */
  public CsrMatrix build(DuplicatePolicy duplicates, RepeatedCells repeated) {
    int[] offsets = new int[rows + 1];
    for (int p = 0; p < size; p++) {
      offsets[rowIds[p] + 1]++;
    }
    for (int i = 0; i < rows; i++) {
      offsets[i + 1] += offsets[i];
    }
    int[] sortedColumns = new int[size];
    double[] sortedValues = new double[size];
    double[] sortedWeights = weights == null ? null : new double[size];
    int[] next = Arrays.copyOf(offsets, rows);
    for (int p = 0; p < size; p++) {
      int target = next[rowIds[p]]++;
      sortedColumns[target] = columnIds[p];
      sortedValues[target] = values[p];
      if (weights != null) {
        sortedWeights[target] = weights[p];
      }
    }
    Cells sorted = new Cells(sortedColumns, sortedValues, sortedWeights);
    int kept = 0;
    for (int i = 0; i < rows; i++) {
      int from = offsets[i];
      int to = offsets[i + 1];
      sorted.sortByColumnThenValue(from, to);
      offsets[i] = kept;
      kept = sorted.mergeDuplicates(i, from, to, kept, duplicates, repeated);
    }
    offsets[rows] = kept;
    return new CsrMatrix(
        rows,
        columns,
        IntStream.range(0, rows).toArray(),
        offsets,
        Arrays.copyOf(sortedColumns, kept),
        Arrays.copyOf(sortedValues, kept),
        weights == null ? null : Arrays.copyOf(sortedWeights, kept));
  }

  /** Cells by row, to be sorted and merged in place; weights may be null. */
  @SuppressWarnings("ArrayRecordComponent") // Held, never compared.
  private record Cells(int[] columns, double[] values, double[] weights) {
    void sortByColumnThenValue(int from, int to) {
      if (isStrictlyAscending(from, to)) {
        return;
      }
      long[] keys = new long[to - from];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = ((long) columns[from + i] << 32) | i;
      }
      Arrays.sort(keys);
      for (int i = 0; i < keys.length; i++) {
        columns[from + i] = (int) (keys[i] >>> 32);
      }
      permute(values, from, keys);
      if (weights != null) {
        permute(weights, from, keys);
      }
      int run = from;
      for (int p = from + 1; p <= to; p++) {
        if (p == to || columns[p] != columns[run]) {
          Arrays.sort(values, run, p);
          run = p;
        }
      }
    }

    private boolean isStrictlyAscending(int from, int to) {
      for (int p = from + 1; p < to; p++) {
        if (columns[p] <= columns[p - 1]) {
          return false;
        }
      }
      return true;
    }

    /** Puts numbers in the order of their keys, whose lower halves tell where each comes from. */
    private static void permute(double[] numbers, int from, long[] keys) {
      double[] unsorted = Arrays.copyOfRange(numbers, from, from + keys.length);
      for (int i = 0; i < keys.length; i++) {
        numbers[from + i] = unsorted[(int) keys[i]];
      }
    }

    int mergeDuplicates(
        int row, int from, int to, int kept, DuplicatePolicy policy, RepeatedCells repeated) {
      int end = kept;
      int told = kept;
      for (int p = from; p < to; p++) {
        if (end == kept || columns[end - 1] != columns[p]) {
          columns[end] = columns[p];
          values[end] = values[p];
          if (weights != null) {
            weights[end] = weights[p];
          }
          end++;
          continue;
        }
        values[end - 1] =
            switch (policy) {
              case SUM -> values[end - 1] + values[p];
              case MAX -> Math.max(values[end - 1], values[p]);
              case ERROR -> throw new DuplicateCellException(row, columns[p]);
            };
        if (weights != null) {
          weights[end - 1] = Math.max(weights[end - 1], weights[p]);
        }
        if (told < end) {
          repeated.found(row, columns[end - 1]);
          told = end;
        }
      }
      return end;
    }
  }
}
