package org.sparknmf.engine.matrix;

/** Receives numbered cells. */
public interface CellSink {

  /** Receives one cell of weight 1. */
  default void accept(long row, int column, double value) {
    accept(row, column, value, 1);
  }

  /**
   * Receives one cell.
   *
   * @param row row number, from 0
   * @param column column number, from 0
   * @param value finite and not negative, or {@link org.sparknmf.solver.InvalidMatrixException}
   * @param weight likewise; a cell of weight 0 counts as one that is not there
   */
  void accept(long row, int column, double value, double weight);

  /**
   * Receives a cell that the source does not hold itself: the mirror image of one that it holds.
   */
  void acceptMirrored(long row, int column, double value);
}
