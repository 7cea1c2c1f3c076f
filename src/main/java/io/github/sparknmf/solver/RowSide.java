package io.github.sparknmf.solver;

/**
 * The half of the work that grows with the rows: whoever holds X and W, in one array or on a
 * cluster. The alternating loop sees nothing else of it.
 */
public interface RowSide {

  /** X'W and W'W for W as it stands. */
  FactorSums sums();

  /**
   * Improves W by one update against H, and adds up the sums of the new W in the same pass.
   *
   * @param ht H' (n x k), row-major, not modified
   * @param gram HH' (k x k), not modified
   */
  FactorSums update(double[] ht, double[] gram);

  /**
   * The squared error ||X - WH||^2 summed cell by cell, without the cancellation of the shortcut.
   *
   * @param ht H' (n x k), row-major, not modified
   */
  double squaredResidual(double[] ht);

  /** Bytes that the latest call moved between driver and workers; 0 where there are none. */
  long bytesMoved();
}
