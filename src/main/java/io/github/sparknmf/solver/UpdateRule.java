package io.github.sparknmf.solver;

import java.io.Serializable;

/**
 * One improvement of a tall factor F while the other factor A stays fixed. A rule never
 * communicates: what is global arrives as P and G.
 */
public interface UpdateRule extends Serializable {

  /**
   * Improves some rows of F.
   *
   * @param factor holds F (row-major, rank columns), modified in the rows named
   * @param firstRow first row to improve
   * @param rows how many
   * @param product P = X A (for the columns' factor X' A): holds the same rows from row {@code
   *     productRow} on, not modified
   * @param productRow row of P that belongs to {@code firstRow}
   * @param gram G = A'A (rank x rank), not modified
   * @param workspace scratch memory, modified
   */
  void update(
      double[] factor,
      int firstRow,
      int rows,
      double[] product,
      int productRow,
      double[] gram,
      Workspace workspace);
}
