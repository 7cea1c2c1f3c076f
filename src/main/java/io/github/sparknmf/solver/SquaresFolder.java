package io.github.sparknmf.solver;

import java.util.Arrays;

/**
 * Exact non-negative least squares. All rows share HH', or, where cells that are not named are
 * unknown, each has a Gram matrix of its own.
 */
final class SquaresFolder implements RowFolder {
  private final FoldIn model;
  private final boolean knownOnly;
  private final BlockPivoting pivoting;
  private final PivotRows pivots;
  private final double[] product;
  private final double[] gram;

  /**
   * For a model.
   *
   * @param knownOnly whether cells that are not named are unknown rather than zero
   */
  SquaresFolder(FoldIn model, boolean knownOnly) {
    this.model = model;
    this.knownOnly = knownOnly;
    Penalty penalty = model.penalty();
    this.pivoting = new BlockPivoting(penalty.l1(), penalty.l2());
    this.pivots = new PivotRows(model.rank());
    this.product = new double[model.rank()];
    this.gram = knownOnly ? new double[model.rank() * model.rank()] : model.gram();
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
    if (knownOnly) {
      addUpGram(columns, count);
    }
    Arrays.fill(w, 0);
    pivoting.solve(w, 0, 1, product, 0, gram, pivots);
  }

  private void addUpGram(int[] columns, int count) {
    int rank = model.rank();
    double[] ht = model.ht();
    Arrays.fill(gram, 0);
    for (int p = 0; p < count; p++) {
      int at = columns[p] * rank;
      for (int r = 0; r < rank; r++) {
        for (int c = 0; c < rank; c++) {
          gram[r * rank + c] = Math.fma(ht[at + r], ht[at + c], gram[r * rank + c]);
        }
      }
    }
  }
}
