package io.github.sparknmf.solver;

import java.util.Arrays;

/** Exact non-negative least squares over the known cells: each row has a Gram matrix of its own. */
final class ObservedSquaresFolder implements RowFolder {
  private final FoldIn model;
  private final BlockPivoting pivoting;
  private final PivotRows pivots;
  private final double[] product;
  private final double[] gram;

  ObservedSquaresFolder(FoldIn model) {
    this.model = model;
    Penalty penalty = model.penalty();
    this.pivoting = new BlockPivoting(penalty.l1(), penalty.l2());
    this.pivots = new PivotRows(model.rank());
    this.product = new double[model.rank()];
    this.gram = new double[model.rank() * model.rank()];
  }

  @Override
  public void fold(int[] columns, double[] values, int count, double[] w) {
    int rank = model.rank();
    double[] ht = model.ht();
    Arrays.fill(product, 0);
    Arrays.fill(gram, 0);
    for (int p = 0; p < count; p++) {
      int at = columns[p] * rank;
      for (int r = 0; r < rank; r++) {
        product[r] = Math.fma(values[p], ht[at + r], product[r]);
        for (int c = 0; c < rank; c++) {
          gram[r * rank + c] = Math.fma(ht[at + r], ht[at + c], gram[r * rank + c]);
        }
      }
    }
    Arrays.fill(w, 0);
    pivoting.solve(w, 0, 1, product, 0, gram, pivots);
  }
}
