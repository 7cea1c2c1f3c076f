package org.sparknmf.solver.fold;

/** Solves for one row after the other. Not for use by several threads. */
public interface RowFolder {

  /**
   * Finds the weights of a row. Cells that are not named are zero, or unknown where the model took
   * them for that; a row without cells gets zeros.
   *
   * @param columns numbers of the columns of its cells, ascending and distinct, not modified
   * @param values of the cells, finite and not negative, not modified
   * @param count how many cells
   * @param w k numbers, overwritten
   */
  void fold(int[] columns, double[] values, int count, double[] w);
}
