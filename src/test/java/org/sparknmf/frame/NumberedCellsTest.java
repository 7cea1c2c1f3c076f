package org.sparknmf.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparknmf.engine.matrix.CellDecoder;
import org.sparknmf.engine.matrix.CellSink;

class NumberedCellsTest {
  private static final CellDecoder<int[]> DECODER =
      (cell, sink) -> sink.accept(cell[0], cell[1], cell[2]);

  private static List<String> numbered(boolean symmetric, int[]... cells) {
    CellDecoder<int[]> numbers =
        new NumberedCells(PositionMap.identity(), PositionMap.identity(), symmetric).of(DECODER);
    List<String> received = new ArrayList<>();
    CellSink sink =
        new CellSink() {
          @Override
          public void accept(long row, int column, double value, double weight) {
            received.add("%d %d %s %s".formatted(row, column, value, weight));
          }

          @Override
          public void acceptMirrored(long row, int column, double value) {
            received.add("%d %d %s mirrored".formatted(row, column, value));
          }
        };
    for (int[] cell : cells) {
      numbers.decode(cell, sink);
    }
    return received;
  }

  @Test
  void cellsOfGeneralMatricesStandForThemselves() {
    assertThat(numbered(false, new int[] {2, 1, 7}, new int[] {3, 3, 1}))
        .containsExactly("2 1 7.0 1.0", "3 3 1.0 1.0");
  }

  @Test
  void cellsOffTheDiagonalOfSymmetricMatricesStandForTwo() {
    assertThat(numbered(true, new int[] {2, 1, 7}, new int[] {3, 3, 1}))
        .containsExactly("2 1 7.0 1.0", "1 2 7.0 mirrored", "3 3 1.0 1.0");
  }
}
