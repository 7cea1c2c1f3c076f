package org.sparknmf.solver.update;

import java.util.BitSet;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.loss.FactorRows;
import org.sparknmf.solver.nnls.CoordinateDescent;
import org.sparknmf.solver.nnls.RowLanes;

/**
 * Sweeps of {@link CoordinateDescent} with the terms P = X A: HALS. More than one sweep uses the
 * same product with X again (Gillis and Glineur, Neural Computation 24, 2012).
 */
public final class CoordinateUpdate implements UpdateRule {
  private static final long serialVersionUID = 1L;

  private final CoordinateDescent descent;
  private final int sweeps;

  /**
   * The rule for one of the factors.
   *
   * @param sweeps how many, at least 1
   * @param held components that stay as they are
   */
  public CoordinateUpdate(Penalty penalty, int sweeps, BitSet held) {
    this.descent = new CoordinateDescent(penalty, held);
    this.sweeps = sweeps;
  }

  @Override
  public double update(FactorRows rows, Workspace workspace) {
    RowLanes lanes = workspace.lanes();
    double violation = 0;
    for (int i = 0; i < rows.count(); i += RowLanes.WIDTH) {
      int count = Math.min(RowLanes.WIDTH, rows.count() - i);
      lanes.load(rows.factor(), rows.first() + i, count, rows.terms(), rows.termsFirst() + i);
      violation += sweep(rows.statistics(), lanes, count);
      lanes.store(rows.factor(), rows.first() + i, count);
    }
    return violation;
  }

  /** Sweeps over the rows in the lanes as often as set; the violation that the first sweep met. */
  private double sweep(double[] statistics, RowLanes lanes, int count) {
    descent.sweep(statistics, lanes);
    double violation = 0;
    for (int l = 0; l < count; l++) {
      violation += lanes.violation()[l];
    }
    for (int sweep = 1; sweep < sweeps; sweep++) {
      descent.sweep(statistics, lanes);
    }
    return violation;
  }
}
