package org.sparknmf.frame.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.solver.InvalidMatrixException;

/** One row of new data, as a model sees it. */
public final class RowCells {
  private final Object id;
  private final int[] columns;
  private final double[] values;
  private final int unknown;

  private RowCells(Object id, int[] columns, double[] values, int unknown) {
    this.unknown = unknown;
    this.id = id;
    this.columns = columns;
    this.values = values;
  }

  /** String or long. */
  public Object id() {
    return id;
  }

  /** Numbers of the columns of its cells, ascending and distinct, not to be modified. */
  public int[] columns() {
    return columns;
  }

  /** Values of its cells, not to be modified. */
  public double[] values() {
    return values;
  }

  /** How many cells it has in columns that the model lacks. */
  public int unknown() {
    return unknown;
  }

  /** Collects the cells of a row in any order. */
  static final class Builder {
    private static final Comparator<Cell> BY_COLUMN =
        Comparator.comparingInt(Cell::column).thenComparingDouble(Cell::value);

    private final Object id;
    private final DuplicatePolicy duplicates;
    private final List<Cell> cells = new ArrayList<>();
    private int unknown;

    Builder(Object id, DuplicatePolicy duplicates) {
      this.id = id;
      this.duplicates = duplicates;
    }

    void add(int column, double value) {
      if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
        throw new InvalidMatrixException(
            "value %s in row %s: every value must be finite and not negative; correct or remove the cell"
                .formatted(value, id));
      }
      if (column == ColumnLookup.UNKNOWN) {
        unknown++;
      } else {
        cells.add(new Cell(column, value));
      }
    }

    /** Repeated cells are joined in order of their values: the same bits in any order. */
    RowCells build() {
      cells.sort(BY_COLUMN);
      int[] columns = new int[cells.size()];
      double[] values = new double[cells.size()];
      int count = 0;
      for (Cell cell : cells) {
        if (count > 0 && columns[count - 1] == cell.column) {
          values[count - 1] = joined(values[count - 1], cell.value);
        } else {
          columns[count] = cell.column;
          values[count++] = cell.value;
        }
      }
      return new RowCells(id, Arrays.copyOf(columns, count), Arrays.copyOf(values, count), unknown);
    }

    private double joined(double one, double other) {
      return switch (duplicates) {
        case SUM -> one + other;
        case MAX -> Math.max(one, other);
        case ERROR ->
            throw new InvalidMatrixException(
                "row %s has a cell more than once: each may be given once under --duplicates error; say --duplicates sum or max, or remove the repetition"
                    .formatted(id));
      };
    }

    private record Cell(int column, double value) {}
  }
}
