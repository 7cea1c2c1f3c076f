package org.sparknmf.solver.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, -1, -0.5, -1.5, 2.5, -2.5, -7, 8.5, 9, -9.5, 0.3, -1.7, 20})
  void agreesWithTheStrictLibrary(double exponent) {
    Power power = new Power(exponent);
    for (double y = 1e-6; y < 1e6; y *= 1.37) {
      double expected = StrictMath.pow(y, exponent);
      assertThat(power.of(y)).isCloseTo(expected, within(1e-14 * expected));
    }
  }
}
