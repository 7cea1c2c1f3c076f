package org.sparknmf.solver.update;

import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.nnls.BlockPivoting;

/** The exact answer of {@link BlockPivoting} for each row, with the terms P = X A. */
public final class BlockPivotingUpdate implements UpdateRule {
  private static final long serialVersionUID = 1L;

  private final BlockPivoting pivoting;

  public BlockPivotingUpdate(Penalty penalty) {
    this.pivoting = new BlockPivoting(penalty.l1(), penalty.l2());
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
    return pivoting.solve(factor, firstRow, rows, terms, termsRow, statistics, workspace.pivots());
  }
}
