package org.sparknmf.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sparknmf.solver.InvalidSettingException;

class BenchShapeTest {
  private static final Optional<String> NONE = Optional.empty();

  @Test
  void shapesWithANameAreThoseOfTheComparison() {
    assertThat(BenchShape.of(BenchPreset.S1, NONE, NONE, NONE))
        .isEqualTo(new BenchShape(100_000, 20_000, 100, BenchPreset.Cells.COUNTS));
    assertThat(BenchShape.of(BenchPreset.S2, NONE, NONE, NONE))
        .isEqualTo(new BenchShape(20_000, 5_000, 50, BenchPreset.Cells.COUNTS));
    assertThat(BenchShape.of(BenchPreset.D1, NONE, NONE, NONE))
        .isEqualTo(new BenchShape(20_000, 2_000, 2_000, BenchPreset.Cells.DENSE));
  }

  @Test
  void numbersTakeThePlaceOfTheShapes() {
    assertThat(of(BenchPreset.S1, "200000", "2000000", "20000000"))
        .isEqualTo(new BenchShape(200_000, 2_000_000, 100, BenchPreset.Cells.COUNTS));
    assertThat(BenchShape.of(BenchPreset.D1, Optional.of("300"), Optional.of("70"), NONE))
        .isEqualTo(new BenchShape(300, 70, 70, BenchPreset.Cells.DENSE));
  }

  @Test
  void aRowHasAtLeastOneCell() {
    assertThat(of(BenchPreset.S1, "1000", "10", "7").cellsPerRow()).isOne();
  }

  @Test
  void refusals() {
    refused(
        () -> of(BenchPreset.S1, "10", "10", "60"),
        "nonzeros 60 in 10 rows are 6 a row, must be at most half of the 10 columns; lower --nonzeros");
    refused(
        () -> of(BenchPreset.S1, "0", "10", "6"),
        "rows must be from 1 to 1099511627776, got 0; change --rows");
    refused(
        () -> BenchShape.of(BenchPreset.D1, NONE, NONE, Optional.of("5")),
        "nonzeros must not be given with shape D1, which has no zeros, got 5; leave --nonzeros out");
  }

  private static void refused(Runnable work, String message) {
    assertThatThrownBy(work::run).isInstanceOf(InvalidSettingException.class).hasMessage(message);
  }

  private static BenchShape of(BenchPreset preset, String rows, String columns, String nonZeros) {
    return BenchShape.of(preset, Optional.of(rows), Optional.of(columns), Optional.of(nonZeros));
  }
}
