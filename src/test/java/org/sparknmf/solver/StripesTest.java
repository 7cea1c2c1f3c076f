package org.sparknmf.solver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripesTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "512, 3",
    "513, 50",
    "20000, 20",
    "2000000, 50",
    "769000000, 20",
    "700, 9999"
  })
  void everyColumnHasOneStripe(int columns, int rank) {
    Stripes stripes = new Stripes(columns, rank);
    assertThat(stripes.start(0)).isZero();
    assertThat(stripes.start(stripes.count())).isEqualTo(columns);
    for (int s = 0; s < stripes.count(); s++) {
      assertThat(stripes.size(s)).isPositive();
      assertThat(8L * rank * stripes.size(s)).isLessThanOrEqualTo(16L << 20);
      assertThat(stripes.of(stripes.start(s))).isEqualTo(s);
      assertThat(stripes.of(stripes.start(s + 1) - 1)).isEqualTo(s);
    }
  }
}
