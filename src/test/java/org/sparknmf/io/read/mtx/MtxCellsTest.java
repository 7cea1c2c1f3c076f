package org.sparknmf.io.read.mtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.io.read.TestText;
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.mtx.MtxHeader.Field;
import org.sparknmf.io.read.mtx.MtxHeader.Layout;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.linalg.EmptyCells;

class MtxCellsTest {
  private static Row read(MtxHeader header, String line, long ordinal) throws BadLineException {
    return new MtxCells(header, FileOrientation.AS_STORED, EmptyCells.ZERO)
        .open()
        .read(TestText.bytes(line), ordinal);
  }

  private static MtxHeader coordinate(Field field, boolean symmetric) {
    return new MtxHeader(Layout.COORDINATE, field, symmetric, 5, symmetric ? 5 : 7, 11);
  }

  @Test
  void cellsAreCountedFromZeroInside() throws BadLineException {
    assertThat(read(coordinate(Field.REAL, false), " 5\t7  2.5 ", 0)).hasToString("[4,6,2.5]");
    assertThat(read(coordinate(Field.PATTERN, false), "1 1", 0)).hasToString("[0,0,1.0]");
    assertThat(read(coordinate(Field.INTEGER, true), "3 2 4", 0)).hasToString("[2,1,4.0]");
    assertThat(read(coordinate(Field.INTEGER, false), "3 2 0", 0)).hasToString("[2,1,0.0]");
  }

  @Test
  void transposedCellsAreExchanged() throws BadLineException {
    MtxCells cells =
        new MtxCells(coordinate(Field.REAL, false), FileOrientation.TRANSPOSED, EmptyCells.ZERO);
    assertThat(cells.open().read(TestText.bytes("5 7 2.5"), 0)).hasToString("[6,4,2.5]");
  }

  @ParameterizedTest
  @CsvSource({
    "REAL, 0 1 1, row index '0'; the header allows 1 to 5",
    "REAL, 6 1 1, row index '6'; the header allows 1 to 5",
    "REAL, 1 8 1, column index '8'; the header allows 1 to 7",
    "REAL, 1 99999999999999999999 1, column index '99999999999999999999'; the header allows",
    "REAL, 1.0 1 1, row index '1.0'; indices are integers",
    "REAL, -1 1 1, row index '-1'; indices are integers",
    "REAL, 1 1, too few fields",
    "REAL, 1, too few fields",
    "REAL, 1 1 1 9, 'too many fields, from ''9'''",
    "PATTERN, 1 1 1, 'too many fields, from ''1'''",
    "REAL, 1 1 -2, is negative",
    "REAL, 1 1 nan, value NaN",
    "REAL, 1 1 inf, is infinite",
    "REAL, 1 1 1e999, does not fit a double",
    "REAL, 1 1 x, stands where a number belongs",
    "INTEGER, 1 1 2.5, the header says integer"
  })
  void refuses(Field field, String line, String reason) {
    assertThatThrownBy(() -> read(coordinate(field, false), line, 0))
        .isInstanceOf(BadLineException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void refusesTheUpperTriangleOfASymmetricMatrix() {
    assertThatThrownBy(() -> read(coordinate(Field.REAL, true), "2 3 1", 0))
        .hasMessageContaining("cell (2, 3) is above the diagonal");
  }

  @Test
  void arraysRunDownTheColumns() throws BadLineException {
    MtxHeader header = new MtxHeader(Layout.ARRAY, Field.REAL, false, 3, 2, 6);
    assertThat(read(header, "9", 0)).hasToString("[0,0,9.0]");
    assertThat(read(header, "9", 2)).hasToString("[2,0,9.0]");
    assertThat(read(header, "9", 3)).hasToString("[0,1,9.0]");
    assertThat(read(header, "0", 3)).isNull();
    MtxCells observed = new MtxCells(header, FileOrientation.AS_STORED, EmptyCells.MISSING);
    assertThat(observed.open().read(TestText.bytes("0"), 3)).hasToString("[0,1,0.0]");
    assertThatThrownBy(() -> read(header, "9", 6))
        .hasMessageContaining("one value more than the 6");
    assertThatThrownBy(() -> read(header, "9 9", 0)).hasMessageContaining("too many fields");
  }

  @Test
  void symmetricArraysRunDownTheLowerTriangle() throws BadLineException {
    int n = 7;
    MtxHeader header = new MtxHeader(Layout.ARRAY, Field.REAL, true, n, n, n * (n + 1L) / 2);
    List<String> expected = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < n; column++) {
      for (int row = column; row < n; row++) {
        cells.add(read(header, "1", expected.size()).toString());
        expected.add("[" + row + "," + column + ",1.0]");
      }
    }
    assertThat(cells).isEqualTo(expected);
  }

  @Test
  void commentsAndBlankLinesSayNothing() {
    MtxCells cells =
        new MtxCells(coordinate(Field.REAL, false), FileOrientation.AS_STORED, EmptyCells.ZERO);
    assertThat(cells.isContent(TestText.bytes("  % c"))).isFalse();
    assertThat(cells.isContent(TestText.bytes(" \t"))).isFalse();
    assertThat(cells.isContent(TestText.bytes("1 1 1 % c"))).isTrue();
  }
}
