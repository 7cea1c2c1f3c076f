package org.sparknmf.engine.matrix;

import java.io.Serializable;

/**
 * Keys of both sides of X.
 *
 * @param rows of its rows
 * @param columns of its columns
 */
public record CellKeys(IdKeys rows, IdKeys columns) implements Serializable {

  /** The keys of a matrix whose ids are the numbers from 0. */
  public static CellKeys ofNumbers() {
    return new CellKeys(IdKeys.ofConsecutive(0), IdKeys.ofConsecutive(0));
  }
}
