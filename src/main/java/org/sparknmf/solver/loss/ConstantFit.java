package org.sparknmf.solver.loss;

import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.Precision;

/**
 * Factors of rank 1 whose product is one value everywhere.
 *
 * @param w (rows of a block x 1)
 * @param ht (columns x 1)
 */
public record ConstantFit(Factor w, Factor ht) {

  /** The factors for a block of X. */
  public static ConstantFit of(MatrixBlock x, double value) {
    return new ConstantFit(roots(x.rows(), value), roots(x.columns(), value));
  }

  private static Factor roots(int rows, double value) {
    Factor factor = Factor.zeros(Precision.DOUBLE, rows, 1);
    double[] root = {Math.sqrt(value)};
    for (int i = 0; i < rows; i++) {
      factor.write(i, 1, root);
    }
    return factor;
  }
}
