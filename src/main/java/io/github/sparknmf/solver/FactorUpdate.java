package io.github.sparknmf.solver;

import io.github.sparknmf.linalg.DoubleFactor;
import io.github.sparknmf.linalg.Factor;

/**
 * Applies a rule to rows of a factor: where they are, or widened to doubles some rows at a time.
 */
public final class FactorUpdate {
  private FactorUpdate() {}

  /**
   * Improves some rows.
   *
   * @param rule how
   * @param factor F, modified in the rows named
   * @param firstRow first row to improve
   * @param rows how many
   * @param product P = X A, not modified
   * @param productRow row of P that belongs to {@code firstRow}
   * @param gram G = A'A (k x k), not modified
   */
  public static void apply(
      UpdateRule rule,
      Factor factor,
      int firstRow,
      int rows,
      Factor product,
      int productRow,
      double[] gram) {
    Workspace workspace = new Workspace(factor.rank());
    if (factor instanceof DoubleFactor doubles) {
      double[] numbers = ((DoubleFactor) product).entries();
      rule.update(doubles.entries(), firstRow, rows, numbers, productRow, gram, workspace);
      return;
    }
    double[] wideFactor = new double[workspace.mostRows() * factor.rank()];
    double[] wideProduct = new double[workspace.mostRows() * factor.rank()];
    for (int i = 0; i < rows; i += workspace.mostRows()) {
      int count = Math.min(workspace.mostRows(), rows - i);
      factor.read(firstRow + i, count, wideFactor);
      product.read(productRow + i, count, wideProduct);
      rule.update(wideFactor, 0, count, wideProduct, 0, gram, workspace);
      factor.write(firstRow + i, count, wideFactor);
    }
  }
}
