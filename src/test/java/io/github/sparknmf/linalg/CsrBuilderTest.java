package io.github.sparknmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsrBuilderTest {

  @Test
  void doesNotDependOnTheOrderOfCells() {
    List<double[]> cells = new ArrayList<>();
    Random random = new Random(7);
    for (int p = 0; p < 3001; p++) {
      cells.add(new double[] {random.nextInt(53), random.nextInt(31), random.nextDouble()});
    }
    CsrMatrix expected = build(cells);
    for (int shuffle = 0; shuffle < 5; shuffle++) {
      Collections.shuffle(cells, random);
      CsrMatrix actual = build(cells);
      assertThat(actual.offsets).containsExactly(expected.offsets);
      assertThat(actual.columnIds()).containsExactly(expected.columnIds());
      assertThat(actual.values()).containsExactly(expected.values());
    }
  }

  private static CsrMatrix build(List<double[]> cells) {
    CsrBuilder builder = new CsrBuilder(53, 31);
    cells.forEach(cell -> builder.add((int) cell[0], (int) cell[1], cell[2]));
    return builder.build(DuplicatePolicy.SUM);
  }

  @Test
  void addsDuplicatesUp() {
    CsrMatrix sum = repeated().build(DuplicatePolicy.SUM);
    assertThat(sum.columnIds()).containsExactly(1, 2);
    assertThat(sum.values()).containsExactly(7, 5);
  }

  @Test
  void keepsTheLargestDuplicate() {
    assertThat(repeated().build(DuplicatePolicy.MAX).values()).containsExactly(4, 5);
  }

  @Test
  void refusesDuplicates() {
    assertThatExceptionOfType(DuplicateCellException.class)
        .isThrownBy(() -> repeated().build(DuplicatePolicy.ERROR))
        .withMessage("row 1, column 1 is given more than once")
        .satisfies(e -> assertThat(e.row()).isEqualTo(1))
        .satisfies(e -> assertThat(e.column()).isEqualTo(1));
  }

  private static CsrBuilder repeated() {
    CsrBuilder builder = new CsrBuilder(3, 4);
    builder.add(1, 2, 5);
    builder.add(1, 1, 4);
    builder.add(1, 1, 3);
    return builder;
  }

  @Test
  void forgetsZerosOfEitherSign() {
    CsrBuilder builder = new CsrBuilder(2, 2);
    builder.add(0, 0, 0.0);
    builder.add(1, 1, -0.0);
    assertThat(builder.build(DuplicatePolicy.ERROR).nonZeros()).isZero();
  }
}
