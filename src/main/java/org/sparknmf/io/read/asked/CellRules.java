package org.sparknmf.io.read.asked;

import org.sparknmf.linalg.EmptyCells;

/**
 * What stored cells are to the matrix, and those that are not stored.
 *
 * @param orientation whether rows of the files are rows of the matrix; labels and column names
 *     always speak of the files
 * @param emptyCells what a cell is that is not stored
 * @param badRows what becomes of rows and lines that are no part of a matrix
 */
public record CellRules(FileOrientation orientation, EmptyCells emptyCells, BadRows badRows) {

  /** Rows are rows, empty cells are zeros, and everything must be right. */
  public static CellRules byDefault() {
    return new CellRules(FileOrientation.AS_STORED, EmptyCells.ZERO, BadRows.FAIL);
  }
}
