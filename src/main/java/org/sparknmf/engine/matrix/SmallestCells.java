package org.sparknmf.engine.matrix;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts cells and keeps the first few by row, then column: the same ones in whatever order they
 * come.
 */
public final class SmallestCells implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] rows = new long[MatrixQuality.EXAMPLES];
  private final long[] columns = new long[MatrixQuality.EXAMPLES];
  private int kept;
  private long count;

  /** Adds a cell that was not added before. */
  void add(long row, long column) {
    count++;
    keep(row, column);
  }

  /** Adds the cells of another set, none of which is here. */
  void addAll(SmallestCells others) {
    count += others.count;
    for (int i = 0; i < others.kept; i++) {
      keep(others.rows[i], others.columns[i]);
    }
  }

  private void keep(long row, long column) {
    int place = kept;
    while (place > 0 && isBefore(row, column, place - 1)) {
      place--;
    }
    if (place == rows.length) {
      return;
    }
    int moved = Math.min(kept, rows.length - 1) - place;
    System.arraycopy(rows, place, rows, place + 1, moved);
    System.arraycopy(columns, place, columns, place + 1, moved);
    rows[place] = row;
    columns[place] = column;
    kept = Math.min(kept + 1, rows.length);
  }

  private boolean isBefore(long row, long column, int other) {
    return row < rows[other] || (row == rows[other] && column < columns[other]);
  }

  /** How many were added. */
  long count() {
    return count;
  }

  /** The first of them, in order. */
  List<MatrixQuality.Cell> first() {
    List<MatrixQuality.Cell> first = new ArrayList<>(kept);
    for (int i = 0; i < kept; i++) {
      first.add(new MatrixQuality.Cell(rows[i], columns[i]));
    }
    return first;
  }
}
