package org.sparknmf.io.read.mtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.io.read.TestText;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.solver.InvalidMatrixException;

class MtxHeaderTest {
  private static MtxHeader read(String text) {
    try (DriverLines lines = TestText.lines(text)) {
      return MtxHeader.read(lines);
    }
  }

  @Test
  void coordinate() {
    assertThat(
            read("%%MatrixMarket matrix coordinate real general\n% c\n\n %d\n 3  4\t5 \n1 1 1\n"))
        .isEqualTo(
            new MtxHeader(MtxHeader.Layout.COORDINATE, MtxHeader.Field.REAL, false, 3, 4, 5));
  }

  @Test
  void namesInAnyCase() {
    assertThat(read("%%matrixmarket MATRIX Coordinate Pattern Symmetric\n3 3 2\n"))
        .isEqualTo(
            new MtxHeader(MtxHeader.Layout.COORDINATE, MtxHeader.Field.PATTERN, true, 3, 3, 2));
  }

  @Test
  void fieldsHaveOtherWords() {
    assertThat(read("%%MatrixMarket matrix coordinate unsigned-integer general\n3 4 5\n").field())
        .isEqualTo(MtxHeader.Field.INTEGER);
    assertThat(read("%%MatrixMarket matrix array double general\n3 4\n").field())
        .isEqualTo(MtxHeader.Field.REAL);
  }

  @Test
  void arraysCountTheirCells() {
    assertThat(read("%%MatrixMarket matrix array integer general\n3 4\n").entries()).isEqualTo(12);
    assertThat(read("%%MatrixMarket matrix array real symmetric\n5 5\n").entries()).isEqualTo(15);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'f: the file is empty'",
    "'1 2 3', 'f:1: the first line is'",
    "'%%MatrixMarket matrix coordinate real', 'f:1: the first line is'",
    "'%%MatrixMarket vector coordinate real general', 'f:1: the first line is'",
    "'%%MatrixMarket matrix sparse real general', 'f:1: layout ''sparse'''",
    "'%%MatrixMarket matrix coordinate complex general', 'f:1: field ''complex'''",
    "'%%MatrixMarket matrix coordinate real hermitian', 'f:1: symmetry ''hermitian'''",
    "'%%MatrixMarket matrix coordinate real skew-symmetric', 'f:1: symmetry ''skew-symmetric'''",
    "'%%MatrixMarket matrix array pattern general', 'f:1: an array has values'",
    "'%%MatrixMarket matrix coordinate real general', 'f: no line of sizes'",
    "'%%MatrixMarket matrix coordinate real general|%|3 4', 'f:3: ''3 4'' is no line of sizes'",
    "'%%MatrixMarket matrix coordinate real general|3 4 5 6', 'f:2: ''3 4 5 6'' is no line'",
    "'%%MatrixMarket matrix coordinate real general|3 -4 5', 'f:2: ''3 -4 5'' is no line'",
    "'%%MatrixMarket matrix coordinate real general|3 4.0 5', 'f:2: ''3 4.0 5'' is no line'",
    "'%%MatrixMarket matrix coordinate real general|3 4 99999999999999999999', 'f:2: '",
    "'%%MatrixMarket matrix coordinate real general|0 4 0', 'f:2: the matrix is empty (0 x 4)'",
    "'%%MatrixMarket matrix coordinate real general|3 4 0', 'f:2: the matrix has no entries'",
    "'%%MatrixMarket matrix coordinate real symmetric|3 4 1', 'f:2: a symmetric matrix of 3 x 4'",
    "'%%MatrixMarket matrix array real general|3 4 5', 'f:2: ''3 4 5'' is no line of sizes'",
    "'%%MatrixMarket matrix array real general|4000000000 4000000000', 'larger than any file'"
  })
  void refusesWithFileAndLine(String text, String message) {
    assertThatThrownBy(() -> read(text.replace('|', '\n')))
        .isInstanceOf(InvalidMatrixException.class)
        .hasMessageContaining(message);
  }
}
