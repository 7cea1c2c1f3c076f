package org.sparknmf.engine.matrix;

import org.sparknmf.solver.InvalidMatrixException;

/** Gives each cell to a sink with row and column exchanged. */
record TransposedCells(CellSink sink) implements CellSink {
  /** A decoder of the transpose. */
  static <T> CellDecoder<T> of(CellDecoder<T> decoder) {
    return (element, sink) -> decoder.decode(element, new TransposedCells(sink));
  }

  @Override
  public void accept(long row, int column, double value, double weight) {
    sink.accept(column, columnOf(row), value, weight);
  }

  @Override
  public void acceptMirrored(long row, int column, double value) {
    sink.acceptMirrored(column, columnOf(row), value);
  }

  private static int columnOf(long row) {
    if (row > Integer.MAX_VALUE - 8L) {
      throw new InvalidMatrixException(
          "row number "
              + row
              + " is beyond 2^31 - 9, the most that --orientation columns can take"
              + "; say --orientation rows");
    }
    return (int) row;
  }
}
