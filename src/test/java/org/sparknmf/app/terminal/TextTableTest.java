package org.sparknmf.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void columnsAreAligned() {
    assertThat(
            TextTable.lines(
                List.of(List.of("a", "1", "x"), List.of("long", "22", ""), List.of("b"))))
        .containsExactly("a     1   x", "long  22", "b");
  }
}
