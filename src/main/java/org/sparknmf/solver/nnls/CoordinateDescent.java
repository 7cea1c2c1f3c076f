package org.sparknmf.solver.nnls;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import org.sparknmf.linalg.LaneSums;
import org.sparknmf.solver.Penalty;

/**
 * One cycle of coordinate descent over rows f of a tall factor: component by component, f_t becomes
 * the non-negative minimiser of 1/2 f (G + l2 I) f' - (p - l1) f' while the others stay (HALS:
 * Cichocki and Phan, IEICE Transactions E92-A, 2009; scikit-learn's solver "cd").
 *
 * <p>The gradient of an entry is one chain of fused multiply-adds, l1 - p_t + sum over r of (G + l2
 * I)_tr f_r, r ascending. Rows never mix, so that neither factor nor violation depend on how rows
 * are grouped.
 */
public final class CoordinateDescent implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double l1;
  private final double l2;
  private final BitSet held;

  /**
   * A sweep of fixed penalties, l1 and l2.
   *
   * @param held components that stay as they are and count for no violation, not modified
   */
  public CoordinateDescent(Penalty penalty, BitSet held) {
    this.l1 = penalty.l1();
    this.l2 = penalty.l2();
    this.held = (BitSet) held.clone();
  }

  /**
   * Improves each entry of the rows in the lanes once, and sets the violation of each row: the sum
   * of its |projected gradient|, t ascending, each taken just before its update. Where (G + l2
   * I)_tt is zero, component t stays.
   *
   * @param gram begins with G = A'A (rank x rank), not modified
   * @param lanes rows of F, modified, and of P = X A
   */
  public void sweep(double[] gram, RowLanes lanes) {
    int rank = lanes.rank();
    Arrays.fill(lanes.violation(), 0);
    for (int t = 0; t < rank; t++) {
      if (held.get(t)) {
        continue;
      }
      double curvature = gram[t * rank + t] + l2;
      double[] gradient = lanes.gradient();
      double[] product = lanes.product();
      int start = t * RowLanes.WIDTH;
      for (int l = 0; l < RowLanes.WIDTH; l++) {
        gradient[l] = l1 - product[start + l];
      }
      double[] entries = lanes.factor();
      int width = RowLanes.WIDTH;
      LaneSums.addTimes(gram, t * rank, t, entries, 0, width, gradient);
      addScaled(curvature, entries, start, gradient);
      LaneSums.addTimes(gram, t * rank + t + 1, rank - t - 1, entries, t + 1, width, gradient);
      descend(curvature, lanes.factor(), start, gradient, lanes.violation());
    }
  }

  private static void addScaled(double a, double[] lanes, int start, double[] sums) {
    for (int l = 0; l < RowLanes.WIDTH; l++) {
      sums[l] = Math.fma(a, lanes[start + l], sums[l]);
    }
  }

  /**
   * Curvature zero stays out of the loop, and so does every branch: what is zero is not
   * foreseeable.
   */
  private static void descend(
      double curvature, double[] lanes, int start, double[] gradient, double[] violation) {
    for (int l = 0; l < RowLanes.WIDTH; l++) {
      double slope = gradient[l];
      double most = lanes[start + l] * Double.MAX_VALUE * Double.MAX_VALUE;
      violation[l] += Math.max(-slope, Math.min(slope, most));
    }
    if (curvature == 0) {
      return;
    }
    for (int l = 0; l < RowLanes.WIDTH; l++) {
      lanes[start + l] = Math.max(0, lanes[start + l] - gradient[l] / curvature);
    }
  }
}
