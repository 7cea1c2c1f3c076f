package org.sparknmf.io.read.asked;

import java.io.Serializable;

/**
 * What the ids of rows and of columns become; of the rows and columns of the files.
 *
 * @param rows ids of rows
 * @param columns ids of columns
 */
public record IdTypes(IdType rows, IdType columns) implements Serializable {

  /** What both become. */
  public static IdTypes both(IdType type) {
    return new IdTypes(type, type);
  }

  /** For a matrix whose columns are the rows of the files, and the other way round. */
  public IdTypes exchanged() {
    return new IdTypes(columns, rows);
  }
}
