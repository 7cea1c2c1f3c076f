package org.sparknmf.solver.update;

import java.util.BitSet;
import org.sparknmf.linalg.NormalEquations;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.loss.FactorRows;
import org.sparknmf.solver.nnls.RowDescent;

/**
 * HALS where each row has normal equations of its own, those of its known cells: cycles of {@link
 * RowDescent} with the terms of {@code KnownSquaresLoss}.
 */
public final class KnownCellsUpdate implements UpdateRule {
  private static final long serialVersionUID = 1L;

  private final RowDescent descent;
  private final int sweeps;

  /**
   * The rule for one of the factors.
   *
   * @param sweeps how many cycles, at least 1
   * @param held components that stay as they are
   */
  public KnownCellsUpdate(Penalty penalty, int sweeps, BitSet held) {
    this.descent = new RowDescent(penalty, held);
    this.sweeps = sweeps;
  }

  @Override
  public double update(FactorRows rows, Workspace workspace) {
    int rank = workspace.rank();
    int width = NormalEquations.width(rank);
    double violation = 0;
    for (int i = 0; i < rows.count(); i++) {
      violation +=
          descent.improve(
              rows.factor(),
              (rows.first() + i) * rank,
              rows.terms(),
              (rows.termsFirst() + i) * width,
              sweeps,
              workspace.descent());
    }
    return violation;
  }
}
