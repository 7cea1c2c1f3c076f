package org.sparknmf.solver.update;

import java.util.BitSet;
import org.sparknmf.linalg.TallFactor;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.loss.FactorRows;

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
  public double update(FactorRows rows, Workspace workspace) {
    int rank = workspace.rank();
    double[] product = workspace.rows();
    double violation = 0;
    for (int i = 0; i < rows.count(); i += workspace.mostRows()) {
      FactorRows some = rows.window(i, workspace.mostRows());
      TallFactor.timesSquare(
          some.factor(), some.first(), some.count(), rank, some.statistics(), product);
      for (int p = 0; p < some.count() * rank; p++) {
        product[p] += some.terms()[some.termsFirst() * rank + p];
      }
      violation += descent.update(some.with(product), workspace);
    }
    return largestWeight * violation;
  }
}
