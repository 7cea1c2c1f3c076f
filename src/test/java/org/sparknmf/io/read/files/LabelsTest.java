package org.sparknmf.io.read.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparknmf.io.read.TestText;
import org.sparknmf.solver.InvalidMatrixException;

class LabelsTest {
  private static List<String> read(String text, long expected) {
    try (DriverLines lines = TestText.lines(text)) {
      return Labels.read(lines, "row", expected);
    }
  }

  @Test
  void oneALine() {
    assertThat(read("Ge 1\r\n b \né\n\n", 3)).containsExactly("Ge 1", "b", "é");
  }

  @Test
  void refusesWrongCountsDuplicatesAndGaps() {
    assertThatThrownBy(() -> read("a\nb\n", 3))
        .isInstanceOf(InvalidMatrixException.class)
        .hasMessageContaining("f: 2 labels for 3 rows");
    assertThatThrownBy(() -> read("a\nb\na\n", 3))
        .hasMessageContaining("f:3: label 'a' stands in line 1 already");
    assertThatThrownBy(() -> read("a\nc\nb\nd\nb\n", 5))
        .hasMessageContaining("f:5: label 'b' stands in line 3 already");
    assertThatThrownBy(() -> read("a\nb\nb\n", 3))
        .hasMessageContaining("f:3: label 'b' stands in line 2 already");
    assertThatThrownBy(() -> read("a\n\nb\n", 2)).hasMessageContaining("f:2: an empty label");
  }
}
