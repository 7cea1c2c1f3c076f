package io.github.sparknmf.solver;

import io.github.sparknmf.linalg.Factor;

/**
 * The half of the work that grows with the rows: whoever holds X and W, in one array or on a
 * cluster, while H' is here.
 */
public interface RowSide {

  /** X'W and W'W for W as it stands. */
  FactorSums sums();

  /**
   * Improves W by one update against H, and adds up the sums of the new W in the same pass.
   *
   * @param ht H' (n x k), not modified, now or later
   * @param gram HH' (k x k), not modified
   */
  FactorSums update(Factor ht, double[] gram);

  /**
   * The squared error ||X - WH||^2 summed cell by cell.
   *
   * @param ht H' (n x k), not modified
   */
  double squaredResidual(Factor ht);

  /** Bytes that the latest call moved between driver and workers; 0 where there are none. */
  long bytesMoved();
}
