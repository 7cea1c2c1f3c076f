package org.sparknmf.linalg;

/** A cell was given more than once although {@link DuplicatePolicy#ERROR} holds. */
public final class DuplicateCellException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int row;
  private final int column;

  DuplicateCellException(int row, int column) {
    super("row " + row + ", column " + column + " is given more than once");
    this.row = row;
    this.column = column;
  }

  /** Row number within the matrix that was built. */
  public int row() {
    return row;
  }

  /** Column number. */
  public int column() {
    return column;
  }
}
