package io.github.sparknmf.solver;

import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.linalg.MatrixBlock;

/** All rows in one block of this JVM. */
final class LocalRowSide implements RowSide {
  private final MatrixBlock x;
  private final Factor w;
  private final UpdateRule rule;

  LocalRowSide(MatrixBlock x, Factor w, UpdateRule rule) {
    this.x = x;
    this.w = w;
    this.rule = rule;
  }

  @Override
  public FactorSums sums() {
    Factor product = w.zerosLike(x.columns());
    x.addTransposedTimes(w, 0, product);
    return FactorSums.whole(product, w.gram());
  }

  @Override
  public FactorSums update(Factor ht, double[] gram) {
    Factor product = w.zerosLike(x.rows());
    x.addTimes(ht, product, 0);
    FactorUpdate.apply(rule, w, 0, x.rows(), product, 0, gram);
    return sums();
  }

  @Override
  public double squaredResidual(Factor ht) {
    return new Residual(ht).ofBlock(x, w, 0);
  }

  @Override
  public long bytesMoved() {
    return 0;
  }
}
