package io.github.sparknmf.engine;

import java.io.Serializable;

/** Gives start values of W, the same for a row whoever asks. */
@FunctionalInterface
public interface RowStart extends Serializable {

  /**
   * Fills consecutive rows.
   *
   * @param firstRow global number of the first
   * @param target row-major (rows x k), overwritten
   */
  void fill(long firstRow, double[] target);
}
