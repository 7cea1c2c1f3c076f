package io.github.sparknmf.solver;

import io.github.sparknmf.linalg.Factor;
import java.io.Serializable;

/** Makes other rows of consecutive rows of a factor. */
@FunctionalInterface
public interface FactorMap extends Serializable {

  /**
   * As many rows.
   *
   * @param rows not modified
   * @param firstRow global number of the first
   */
  Factor of(Factor rows, long firstRow);
}
