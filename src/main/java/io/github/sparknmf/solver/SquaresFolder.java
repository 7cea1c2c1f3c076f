package io.github.sparknmf.solver;

import java.util.Arrays;

/** Exact non-negative least squares: all rows share HH'. */
final class SquaresFolder implements RowFolder {
  private final FoldIn model;
  private final BlockPivoting pivoting;
  private final PivotRows pivots;
  private final double[] product;

  SquaresFolder(FoldIn model) {
    this.model = model;
    Penalty penalty = model.penalty();
    this.pivoting = new BlockPivoting(penalty.l1(), penalty.l2());
    this.pivots = new PivotRows(model.rank());
    this.product = new double[model.rank()];
  }

  @Override
  public void fold(int[] columns, double[] values, int count, double[] w) {
    int rank = model.rank();
    double[] ht = model.ht();
    Arrays.fill(product, 0);
    for (int p = 0; p < count; p++) {
      int at = columns[p] * rank;
      for (int c = 0; c < rank; c++) {
        product[c] = Math.fma(values[p], ht[at + c], product[c]);
      }
    }
    Arrays.fill(w, 0);
    pivoting.solve(w, 0, 1, product, 0, model.gram(), pivots);
  }
}
