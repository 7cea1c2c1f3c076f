package org.sparknmf.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PixelOrderTest {

  @Test
  void runsOfDigitsAreNumbers() {
    assertThat(PixelOrder.of(List.of("p10", "p9", "p1"))).containsExactly(2, 1, 0);
    assertThat(PixelOrder.of(List.of("r1c10", "r1c2", "r0c11", "r10c0")))
        .containsExactly(2, 1, 0, 3);
    assertThat(PixelOrder.of(List.of("a", "10", "", "9", "a0"))).containsExactly(2, 3, 1, 0, 4);
  }

  @Test
  void numbersAreNumbersAndTiesAreAsTheyCome() {
    assertThat(PixelOrder.of(List.of(11L, 2L, 2L, -1L))).containsExactly(3, 1, 2, 0);
    assertThat(PixelOrder.of(List.of("p7", "p07", "p99999999999999999999")))
        .containsExactly(0, 1, 2);
  }
}
