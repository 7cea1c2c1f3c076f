package org.sparknmf.engine.factor;

import java.io.Serializable;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.linalg.Factor;

/** What every task needs of H: H' (n x k) and its statistics. */
public final class HShare implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Factor ht;
  private final double[] statistics;

  /** Takes both as they are; neither may change any more. */
  public HShare(Factor ht, double[] statistics) {
    this.ht = ht;
    this.statistics = statistics;
  }

  /** An empty share, for tasks that need nothing of H. */
  public static HShare none(BlockGrid grid) {
    return new HShare(Factor.zeros(grid.precision(), 0, grid.rank()), new double[0]);
  }

  /** H', not to be modified. */
  public Factor ht() {
    return ht;
  }

  /** Statistics of H', not to be modified. */
  public double[] statistics() {
    return statistics;
  }

  /** Bytes of its numbers. */
  public long bytes() {
    return ht.bytes() + 8L * statistics.length;
  }
}
