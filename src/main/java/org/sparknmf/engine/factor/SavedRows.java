package org.sparknmf.engine.factor;

import java.io.Serializable;

/**
 * The place of some consecutive rows of a saved factor.
 *
 * @param file name within its directory
 * @param offset of their record there, in bytes
 * @param firstRow global number of the first
 * @param rows how many
 */
public record SavedRows(String file, long offset, long firstRow, int rows) implements Serializable {

  /** Global number of the row after the last. */
  long endRow() {
    return firstRow + rows;
  }
}
