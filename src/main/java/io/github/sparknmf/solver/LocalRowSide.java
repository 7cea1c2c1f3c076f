package io.github.sparknmf.solver;

import io.github.sparknmf.linalg.MatrixBlock;
import io.github.sparknmf.linalg.TallFactor;
import java.util.Arrays;

/** All rows in one block of this JVM. */
final class LocalRowSide implements RowSide {
  private final MatrixBlock x;
  private final double[] w;
  private final UpdateRule rule;
  private final Workspace workspace;
  private final int rank;
  private final double[] product;

  LocalRowSide(MatrixBlock x, double[] w, int rank, UpdateRule rule) {
    this.x = x;
    this.w = w;
    this.rank = rank;
    this.rule = rule;
    this.workspace = new Workspace(rank);
    this.product = new double[w.length];
  }

  @Override
  public FactorSums sums() {
    double[] transposedProduct = new double[x.columns() * rank];
    x.addTransposedTimes(w, 0, rank, transposedProduct);
    return new FactorSums(transposedProduct, TallFactor.gram(w, rank));
  }

  @Override
  public FactorSums update(double[] ht, double[] gram) {
    Arrays.fill(product, 0);
    x.addTimes(ht, rank, product, 0);
    rule.update(w, 0, x.rows(), product, 0, gram, workspace);
    return sums();
  }

  @Override
  public double squaredResidual(double[] ht) {
    return new Residual(x.columns(), rank).ofBlock(x, w, 0, ht);
  }

  @Override
  public long bytesMoved() {
    return 0;
  }
}
