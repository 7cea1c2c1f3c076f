package org.sparknmf.solver.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BetaCellsTest {
  /** R10: x / y - ln(x / y) - 1 = -ln 4.94e-324 + ln y - 1 to all digits. */
  @Test
  void aSubnormalCellCostsItsLogarithmUnderItakuraSaito() {
    double[] tiny = {Double.MIN_VALUE};
    double loss = new BetaCells(0, 1e-9).addLoss(tiny, null, new double[] {20}, 0, 1, 0);
    assertThat(loss).isCloseTo(1074 * Math.log(2) + Math.log(20) - 1, within(1e-12 * loss));
  }
}
