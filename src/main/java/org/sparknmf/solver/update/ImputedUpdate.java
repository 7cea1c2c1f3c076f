package org.sparknmf.solver.update;

import java.util.BitSet;
import org.sparknmf.linalg.TallFactor;
import org.sparknmf.solver.Penalty;

/**
 * HALS on what {@code ImputedLoss} puts in the place of unknown cells: its terms R and the factor
 * as it stands give the product P = R + F G that coordinate descent wants.
 */
public final class ImputedUpdate implements UpdateRule {
  private static final long serialVersionUID = 1L;

  private final CoordinateUpdate descent;
  private final double largestWeight;

  /**
   * The rule for one of the factors.
   *
   * @param largestWeight by which the loss divides weights; penalties are divided by it too
   * @param sweeps how many, at least 1
   * @param held components that stay as they are
   */
  public ImputedUpdate(Penalty penalty, double largestWeight, int sweeps, BitSet held) {
    Penalty scaled = new Penalty(penalty.l1() / largestWeight, penalty.l2() / largestWeight);
    this.descent = new CoordinateUpdate(scaled, sweeps, held);
    this.largestWeight = largestWeight;
  }

  @Override
  public double update(
      double[] factor,
      int firstRow,
      int rows,
      double[] terms,
      int termsRow,
      double[] statistics,
      Workspace workspace) {
    int rank = workspace.rank();
    double[] product = workspace.rows();
    double violation = 0;
    for (int i = 0; i < rows; i += workspace.mostRows()) {
      int count = Math.min(workspace.mostRows(), rows - i);
      int at = firstRow + i;
      TallFactor.timesSquare(factor, at, count, rank, statistics, product);
      for (int p = 0; p < count * rank; p++) {
        product[p] += terms[(termsRow + i) * rank + p];
      }
      violation += descent.update(factor, at, count, product, 0, statistics, workspace);
    }
    return largestWeight * violation;
  }
}
