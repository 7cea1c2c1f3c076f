package io.github.sparknmf.linalg;

import java.util.Arrays;

/** Collects cells in any order and makes a {@link CsrMatrix} that does not depend on that order. */
public final class CsrBuilder {
  private static final int FIRST_CAPACITY = 1024;

  private final int rows;
  private final int columns;
  private int[] rowIds = new int[FIRST_CAPACITY];
  private int[] columnIds = new int[FIRST_CAPACITY];
  private double[] values = new double[FIRST_CAPACITY];
  private int size;

  /** A builder of a (rows x columns) matrix without cells. */
  public CsrBuilder(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /** Adds one cell; a zero value is forgotten. */
  public void add(int row, int column, double value) {
    if (value == 0) {
      return;
    }
    if (size == values.length) {
      grow();
    }
    rowIds[size] = row;
    columnIds[size] = column;
    values[size] = value;
    size++;
  }

  private void grow() {
    int capacity = Math.addExact(size, Math.max(size >> 1, 1));
    rowIds = Arrays.copyOf(rowIds, capacity);
    columnIds = Arrays.copyOf(columnIds, capacity);
    values = Arrays.copyOf(values, capacity);
  }

  /**
   * Builds the matrix, every row stored.
   *
   * @throws DuplicateCellException under {@link DuplicatePolicy#ERROR}
   */
  public CsrMatrix build(DuplicatePolicy duplicates) {
    int[] offsets = new int[rows + 1];
    for (int p = 0; p < size; p++) {
      offsets[rowIds[p] + 1]++;
    }
    for (int i = 0; i < rows; i++) {
      offsets[i + 1] += offsets[i];
    }
    int[] sortedColumns = new int[size];
    double[] sortedValues = new double[size];
    int[] next = Arrays.copyOf(offsets, rows);
    for (int p = 0; p < size; p++) {
      int target = next[rowIds[p]]++;
      sortedColumns[target] = columnIds[p];
      sortedValues[target] = values[p];
    }
    int kept = 0;
    for (int i = 0; i < rows; i++) {
      int from = offsets[i];
      int to = offsets[i + 1];
      sortByColumnThenValue(sortedColumns, sortedValues, from, to);
      offsets[i] = kept;
      kept = mergeDuplicates(i, sortedColumns, sortedValues, from, to, kept, duplicates);
    }
    offsets[rows] = kept;
    return new CsrMatrix(
        rows,
        columns,
        CsrMatrix.ascending(rows),
        offsets,
        Arrays.copyOf(sortedColumns, kept),
        Arrays.copyOf(sortedValues, kept));
  }

  private static void sortByColumnThenValue(int[] columns, double[] values, int from, int to) {
    if (isStrictlyAscending(columns, from, to)) {
      return;
    }
    long[] keys = new long[to - from];
    double[] unsorted = Arrays.copyOfRange(values, from, to);
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ((long) columns[from + i] << 32) | i;
    }
    Arrays.sort(keys);
    for (int i = 0; i < keys.length; i++) {
      columns[from + i] = (int) (keys[i] >>> 32);
      values[from + i] = unsorted[(int) keys[i]];
    }
    int run = from;
    for (int p = from + 1; p <= to; p++) {
      if (p == to || columns[p] != columns[run]) {
        Arrays.sort(values, run, p);
        run = p;
      }
    }
  }

  private static boolean isStrictlyAscending(int[] columns, int from, int to) {
    for (int p = from + 1; p < to; p++) {
      if (columns[p] <= columns[p - 1]) {
        return false;
      }
    }
    return true;
  }

  private static int mergeDuplicates(
      int row, int[] columns, double[] values, int from, int to, int kept, DuplicatePolicy policy) {
    int first = kept;
    int end = kept;
    for (int p = from; p < to; p++) {
      if (end == first || columns[end - 1] != columns[p]) {
        columns[end] = columns[p];
        values[end] = values[p];
        end++;
        continue;
      }
      values[end - 1] =
          switch (policy) {
            case SUM -> values[end - 1] + values[p];
            case MAX -> Math.max(values[end - 1], values[p]);
            case ERROR -> throw new DuplicateCellException(row, columns[p]);
          };
    }
    return end;
  }
}
