package org.sparknmf.solver.update;

import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.loss.FactorRows;
import org.sparknmf.solver.nnls.BlockPivoting;

/** The exact answer of {@link BlockPivoting} for each row, with the terms P = X A. */
public final class BlockPivotingUpdate implements UpdateRule {
  private static final long serialVersionUID = 1L;

  private final BlockPivoting pivoting;

  public BlockPivotingUpdate(Penalty penalty) {
    this.pivoting = new BlockPivoting(penalty);
  }

  @Override
  public double update(FactorRows rows, Workspace workspace) {
    return pivoting.solve(
        rows.factor(),
        rows.first(),
        rows.count(),
        rows.terms(),
        rows.termsFirst(),
        rows.statistics(),
        workspace.pivots());
  }
}
