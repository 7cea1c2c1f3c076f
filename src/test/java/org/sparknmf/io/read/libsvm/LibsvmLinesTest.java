package org.sparknmf.io.read.libsvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.io.read.TestText;
import org.sparknmf.io.read.lines.LineReader;
import org.sparknmf.io.read.text.BadLineException;

class LibsvmLinesTest {
  private static String read(String line) throws BadLineException {
    return new LibsvmLines(PairRule.FROM_ONE, 5).open().read(TestText.bytes(line), 7).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1 1:2.5 4:1|[7,(5,[0,3],[2.5,1.0])]",
        "-1.0\t2:3e1   5:0 |[7,(5,[1,4],[30.0,0.0])]",
        "~ +1 3:.5 # 4:1~|[7,(5,[2],[0.5])]",
        "0|[7,(5,[],[])]",
        "2 qid:10 1:3 5:1|[7,(5,[0,4],[3.0,1.0])]",
        "1,3,-2 1:5|[7,(5,[0],[5.0])]",
        "~ 2:1 3:1~|[7,(5,[1,2],[1.0,1.0])]"
      })
  void linesAreRows(String line, String row) throws BadLineException {
    assertThat(read(line)).isEqualTo(row);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1:2 2:3|'1:2' stands where a label belongs; a line is 'label index:value ...'",
        "1 2:-3|value -3.0 is negative; values must be at least 0",
        "1 2:nan|value NaN; values must be numbers",
        "1 2:x|'x' stands where a number belongs",
        "1 2:|the value is empty",
        "1 0:3|index '0'; indices are integers from 1: correct it, or say --zero-based",
        "1 :3|index ''; indices are integers from 1",
        "1 6:3|index '6'; there are 5 columns: correct it",
        "1 3:1 2:1|index 2 follows index 3; the indices of a line must rise",
        "1 3:1 3:1|index 3 follows index 3; the indices of a line must rise",
        "1 2 3|'2' is no cell; after its label a line has 'index:value'"
      })
  void linesAreRefused(String line, String message) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(BadLineException.class)
        .hasMessageContaining(message);
  }

  @Test
  void indicesMayBeFromZero() throws BadLineException {
    LineReader reader = new LibsvmLines(PairRule.FROM_ZERO, 5).open();
    assertThat(reader.read(TestText.bytes("1 0:2 4:1"), 7)).hasToString("[7,(5,[0,4],[2.0,1.0])]");
    assertThatThrownBy(() -> reader.read(TestText.bytes("1 5:2"), 7))
        .hasMessageContaining("index '5'; there are 5 columns");
  }

  @Test
  void linesOfLdaBeginWithTheNumberOfPairs() throws BadLineException {
    LineReader reader = new LibsvmLines(PairRule.LDA, 5).open();
    assertThat(reader.read(TestText.bytes("3 4:1 0:2 2:7"), 7))
        .hasToString("[7,(5,[0,2,4],[2.0,7.0,1.0])]");
    assertThat(reader.read(TestText.bytes("0"), 7)).hasToString("[7,(5,[],[])]");
    assertThatThrownBy(() -> reader.read(TestText.bytes("2 4:1"), 7))
        .hasMessageContaining(
            "'2' pairs are promised at the beginning of the line, and there are 1");
    assertThatThrownBy(() -> reader.read(TestText.bytes("2 4:1 4:2"), 7))
        .hasMessageContaining("index 4 stands twice on the line");
  }

  @Test
  void commentsAndBlanksAreNoRows() {
    LibsvmLines lines = new LibsvmLines(PairRule.FROM_ONE, 5);
    assertThat(lines.isContent(TestText.bytes("  # 1 1:1"))).isFalse();
    assertThat(lines.isContent(TestText.bytes(" \t"))).isFalse();
    assertThat(lines.isContent(TestText.bytes("0 # none"))).isTrue();
  }

  @Test
  void theWidthIsTheLargestIndexOfLinesThatAreRight() throws BadLineException {
    LineReader width = new LibsvmWidth(PairRule.FROM_ONE).open();
    assertThat(width.read(TestText.bytes("1"), 0)).as("no larger than 0").isNull();
    assertThat(width.read(TestText.bytes("1 2:1 70:1"), 0)).hasToString("[70]");
    assertThat(width.read(TestText.bytes("1 80:-1"), 0)).as("not right").isNull();
    assertThat(width.read(TestText.bytes("1 69:1"), 0)).as("no larger").isNull();
    assertThat(width.read(TestText.bytes("1 71:1"), 0)).hasToString("[71]");
  }
}
