package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.Factor;
import java.io.Serializable;

/** Makes other rows of consecutive rows of a factor. */
@FunctionalInterface
public interface PartMap extends Serializable {

  /**
   * As many rows, of whatever rank.
   *
   * @param rows not modified
   * @param firstRow global number of the first
   */
  Factor of(Factor rows, long firstRow);
}
