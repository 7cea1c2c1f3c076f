package org.sparknmf.frame;

import java.io.Serializable;
import org.sparknmf.engine.matrix.CellDecoder;
import org.sparknmf.engine.matrix.CellSink;

/**
 * Turns cells by position into cells by number, and perhaps adds their mirror images.
 *
 * @param symmetric whether each cell off the diagonal stands for two
 */
record NumberedCells(PositionMap rows, PositionMap columns, boolean symmetric)
    implements Serializable {

  /** The cells of a decoder by number. */
  <T> CellDecoder<T> of(CellDecoder<T> positions) {
    return (element, sink) -> positions.decode(element, new Positions(sink));
  }

  /** Receives cells by position. */
  private final class Positions implements CellSink {
    private final CellSink numbers;

    Positions(CellSink numbers) {
      this.numbers = numbers;
    }

    @Override
    public void accept(long row, int column, double value, double weight) {
      numbers.accept(rows.numberOf(row), (int) columns.numberOf(column), value, weight);
      if (symmetric && row != column) {
        acceptMirrored(column, (int) row, value);
      }
    }

    @Override
    public void acceptMirrored(long row, int column, double value) {
      numbers.acceptMirrored(rows.numberOf(row), (int) columns.numberOf(column), value);
    }
  }
}
