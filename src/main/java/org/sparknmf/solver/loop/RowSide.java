package org.sparknmf.solver.loop;

import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.FactorSums;
import org.sparknmf.solver.loss.Loss;

/**
 * The half of the work that grows with the rows: whoever holds X and W, in one array or on a
 * cluster, while H' is here. None of the arguments is modified, now or later.
 */
public interface RowSide {

  /**
   * The terms of H for W and H as they stand, and the statistics of W.
   *
   * @param ht H' (n x k)
   * @param statistics of H'
   */
  FactorSums sums(Factor ht, double[] statistics);

  /**
   * Improves W by one update against H, and adds up the sums of the new W in the same pass.
   *
   * @param ht H' (n x k)
   * @param statistics of H'
   */
  FactorSums update(Factor ht, double[] statistics);

  /**
   * Improves W as {@link #update} does, from a point beyond it where both factors have momentum;
   * the W before is there until {@link #keep} or {@link #takeBack}.
   *
   * @param ht H' (n x k)
   * @param statistics of H'
   * @param weight of the momentum; 0 for W itself
   */
  FactorSums attempt(Factor ht, double[] statistics, double weight);

  /** W is what the latest attempt made of it. */
  void keep();

  /** W is what it was before the latest attempt. */
  void takeBack();

  /**
   * What all cells lose by W and H', for {@link Loss#complete}, summed cell by cell.
   *
   * @param statistics of H'
   */
  double cellLoss(Factor ht, double[] statistics);

  /** What all cells lose if one value fits them all. */
  double constantLoss(double value);

  /**
   * The sum of |projected gradient| of W.
   *
   * @param statistics of H'
   */
  double projectedGradient(Factor ht, double[] statistics);

  /** Puts another W in the place of the one that there is. */
  void remap(FactorMap map);

  /** Bytes that the latest call moved between driver and workers; 0 where there are none. */
  long bytesMoved();
}
