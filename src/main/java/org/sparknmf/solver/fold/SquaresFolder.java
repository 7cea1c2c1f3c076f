package org.sparknmf.solver.fold;

import java.util.Arrays;
import org.sparknmf.linalg.TallFactor;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.nnls.BlockPivoting;
import org.sparknmf.solver.nnls.DualStart;
import org.sparknmf.solver.nnls.PivotRows;
import org.sparknmf.solver.nnls.RowPivoting;

/** Exact non-negative least squares; all rows share HH'. */
public final class SquaresFolder implements RowFolder {
  private final FoldIn model;
  private final DualStart start;
  private final RowPivoting direct;
  private final BlockPivoting pivoting;
  private final PivotRows pivots;
  private final double[] product;

  /** Creates a folder for a model. */
  public SquaresFolder(FoldIn model) {
    Penalty penalty = model.penalty();
    this.model = model;
    this.start = new DualStart(model.inverse(), model.rank(), penalty);
    this.direct = new RowPivoting(model.gram(), model.rank(), penalty);
    this.pivoting = new BlockPivoting(penalty);
    this.pivots = new PivotRows(model.rank());
    this.product = new double[model.rank()];
  }

  @Override
  public void fold(int[] columns, double[] values, int count, double[] w) {
    Arrays.fill(product, 0);
    TallFactor.addSparseRowTimes(columns, values, count, model.ht(), model.rank(), product);
    start.guess(product, w);
    if (!direct.solve(w, product)) {
      pivoting.solve(w, 0, 1, product, 0, model.gram(), pivots);
    }
  }
}
