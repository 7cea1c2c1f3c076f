package org.sparknmf.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void ofFiveValuesInAnyOrder() {
    double[] values = {50, 10, 40, 20, 30};
    assertThat(Spread.of(values)).isEqualTo(new Spread(20, 30, 40));
    assertThat(values).containsExactly(50, 10, 40, 20, 30);
  }

  @Test
  void ofTwoNeighboursTheLower() {
    assertThat(Spread.of(new double[] {4, 3, 2, 1})).isEqualTo(new Spread(1, 2, 3));
  }

  @Test
  void ofOneValue() {
    assertThat(Spread.of(new double[] {7})).isEqualTo(new Spread(7, 7, 7));
  }
}
