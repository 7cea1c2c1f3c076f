package org.sparknmf.solver;

import java.io.Serializable;
import org.sparknmf.linalg.Factor;

/** Makes other rows of consecutive rows of a factor. */
@FunctionalInterface
public interface FactorMap extends Serializable {

  /**
   * Returns as many rows as it is given.
   *
   * @param rows not modified
   * @param firstRow global number of the first
   */
  Factor of(Factor rows, long firstRow);
}
