package io.github.sparknmf.solver;

import java.util.OptionalDouble;

/**
 * Both factors, wherever they live, and the pass over X that improves them. The loop sees nothing
 * else of them.
 */
public interface Alternation {

  /** The error of the start values. */
  ErrorTerms start();

  /** Improves both factors once; the error of the new ones. */
  ErrorTerms iterate();

  /**
   * ||X - WH||^2 summed cell by cell, without the cancellation of the shortcut; empty where that is
   * beyond reason.
   */
  OptionalDouble squaredResidual();

  /** Bytes that the latest call moved between driver and workers; 0 where there are none. */
  long bytesMoved();
}
