package io.github.sparknmf.engine;

/** Receives numbered cells. */
@FunctionalInterface
public interface CellSink {

  /**
   * Receives one cell.
   *
   * @param row row number, from 0
   * @param column column number, from 0
   * @param value finite and not negative, or {@link
   *     io.github.sparknmf.solver.InvalidMatrixException}
   */
  void accept(long row, int column, double value);
}
