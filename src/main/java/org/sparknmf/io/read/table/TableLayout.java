package org.sparknmf.io.read.table;

import java.util.List;
import org.sparknmf.io.read.asked.TripleColumns;

/** How a matrix lies in a table. */
sealed interface TableLayout {

  /** A row of the table is a cell. */
  record Cells(TripleColumns columns) implements TableLayout {}

  /** A row of the table has a vector. */
  record Vectors() implements TableLayout {}

  /**
   * A row of the table is a row of the matrix.
   *
   * @param id position of the row id, or -1 if rows are to be counted
   * @param values positions of the columns
   */
  record Rows(int id, List<Integer> values) implements TableLayout {

    /** Copies the list. */
    public Rows {
      values = List.copyOf(values);
    }
  }
}
