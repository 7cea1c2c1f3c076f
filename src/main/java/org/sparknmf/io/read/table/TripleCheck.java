package org.sparknmf.io.read.table;

import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.io.read.text.Numerals;

/**
 * Says what is wrong with stored cells (row id, column id, value, weight).
 *
 * @param row name of the column of row ids
 * @param column name of the column of column ids
 */
record TripleCheck(String row, String column) implements Serializable {

  /** Which cell it is: its ids. */
  String place(Row cell) {
    return "cell (%s = %s, %s = %s)".formatted(row, shown(cell.get(0)), column, shown(cell.get(1)));
  }

  /** What is wrong with a cell, with which something is. */
  String problem(Row cell) {
    if (cell.isNullAt(0) || cell.isNullAt(1)) {
      return "it has no id; every cell needs a row and a column: remove it";
    }
    String ofValue = problem(cell, 2, "value");
    return ofValue == null ? problem(cell, 3, "weight") : ofValue;
  }

  private static String problem(Row cell, int position, String what) {
    return cell.isNullAt(position)
        ? "the %1$s is null; it must be a number: remove the cell or give it a %1$s".formatted(what)
        : Numerals.problem(cell.getDouble(position), what);
  }

  private static String shown(Object id) {
    return id instanceof String text ? LineText.excerpt(text) : String.valueOf(id);
  }
}
