package org.sparknmf.frame;

import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.MatrixSummary;

/**
 * What is known of a matrix whose values nobody has looked at.
 *
 * @param rows m
 * @param columns n
 * @param cells how many the source holds: zeros among them, and cells given twice
 * @param weighted whether they have weights
 * @param grid how they would be laid out
 */
public record MatrixShape(long rows, long columns, long cells, boolean weighted, BlockGrid grid) {
  /** Any weight but that of a cell without one. */
  private static final double SOME_WEIGHT = 2;

  /** A matrix of this shape, as the grid turns it, for who plans by shape: all values are 1. */
  public MatrixSummary summary() {
    double all = (double) grid.rows() * grid.columns();
    long most = (long) Math.min((double) cells, all);
    if (grid.emptyCells() == EmptyCells.ZERO) {
      return new MatrixSummary(grid.rows(), grid.columns(), most, most, most, 1);
    }
    double weight = weighted ? SOME_WEIGHT : 1;
    return new MatrixSummary(
        grid.rows(), grid.columns(), most, most, most, 1, weight * most, weight);
  }
}
