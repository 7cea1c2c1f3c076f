package org.sparknmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
      assertThat(actual.offsets()).containsExactly(expected.offsets());
      assertThat(actual.columnIds()).containsExactly(expected.columnIds());
      assertThat(actual.values()).containsExactly(expected.values());
    }
  }

  private static CsrMatrix build(List<double[]> cells) {
    CsrBuilder builder = new CsrBuilder(53, 31);
    cells.forEach(cell -> builder.add((int) cell[0], (int) cell[1], cell[2]));
    return builder.build(DuplicatePolicy.SUM);
  }

  /** With zeros of either sign, weights and many repetitions, under every policy that merges. */
  @ParameterizedTest
  @EnumSource(
      value = DuplicatePolicy.class,
      names = {"SUM", "MAX"})
  void observedCellsDoNotDependOnTheirOrder(DuplicatePolicy policy) {
    List<double[]> cells = new ArrayList<>();
    Random random = new Random(11);
    for (int p = 0; p < 2003; p++) {
      double value = random.nextInt(3) == 0 ? (p % 2 == 0 ? 0.0 : -0.0) : random.nextDouble();
      double weight = random.nextInt(4) == 0 ? 1 : random.nextInt(3) * random.nextDouble();
      cells.add(new double[] {random.nextInt(37), random.nextInt(29), value, weight});
    }
    CsrMatrix expected = observed(cells).build(policy);
    assertThat(expected.nonZeros()).isLessThan(37 * 29);
    for (int shuffle = 0; shuffle < 5; shuffle++) {
      Collections.shuffle(cells, random);
      CsrMatrix actual = observed(cells).build(policy);
      assertThat(actual.offsets()).containsExactly(expected.offsets());
      assertThat(actual.columnIds()).containsExactly(expected.columnIds());
      assertThat(bits(actual.values())).containsExactly(bits(expected.values()));
      assertThat(actual.weights()).containsExactly(expected.weights());
    }
  }

  private static CsrBuilder observed(List<double[]> cells) {
    CsrBuilder builder = new CsrBuilder(37, 29, EmptyCells.MISSING);
    cells.forEach(cell -> builder.add((int) cell[0], (int) cell[1], cell[2], cell[3]));
    return builder;
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  @Test
  void keepsStoredZerosWhereOtherCellsAreUnknown() {
    CsrBuilder builder = new CsrBuilder(2, 3, EmptyCells.MISSING);
    builder.add(1, 2, -0.0);
    builder.add(0, 1, 0);
    builder.add(1, 0, 4);
    CsrMatrix matrix = builder.build(DuplicatePolicy.ERROR);
    assertThat(matrix.nonZeros()).isEqualTo(3);
    assertThat(matrix.columnIds()).containsExactly(1, 0, 2);
    assertThat(bits(matrix.values())).containsExactly(bits(new double[] {0, 4, 0}));
    assertThat(matrix.hasWeights()).isFalse();
    assertThat(matrix.weight(2)).isEqualTo(1);
  }

  @Test
  void aZeroGivenTwiceIsADuplicateWhereOtherCellsAreUnknown() {
    CsrBuilder builder = new CsrBuilder(2, 3, EmptyCells.MISSING);
    builder.add(1, 2, 0);
    builder.add(1, 2, 0);
    assertThatExceptionOfType(DuplicateCellException.class)
        .isThrownBy(() -> builder.build(DuplicatePolicy.ERROR));
    CsrMatrix merged = builder.build(DuplicatePolicy.SUM);
    assertThat(merged.values()).containsExactly(0);
  }

  @Test
  void mergedCellsHaveTheLargestWeight() {
    CsrBuilder builder = new CsrBuilder(3, 4, EmptyCells.MISSING);
    builder.add(1, 1, 4);
    builder.add(1, 2, 5, 0.25);
    builder.add(1, 1, 3, 2);
    builder.add(1, 1, 9, 0);
    builder.add(2, 0, 7, 0);
    CsrMatrix sum = builder.build(DuplicatePolicy.SUM);
    assertThat(sum.columnIds()).containsExactly(1, 2);
    assertThat(sum.values()).containsExactly(7, 5);
    assertThat(sum.weights()).containsExactly(2, 0.25);
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

  /** Once each, however often they were given, row by row. */
  @Test
  void tellsWhichCellsItMerged() {
    CsrBuilder builder = new CsrBuilder(3, 4);
    for (int[] cell :
        new int[][] {{2, 3}, {2, 0}, {0, 1}, {2, 0}, {2, 3}, {2, 0}, {0, 1}, {1, 1}}) {
      builder.add(cell[0], cell[1], 1);
    }
    List<String> told = new ArrayList<>();
    builder.build(DuplicatePolicy.SUM, (row, column) -> told.add(row + " " + column));
    assertThat(told).containsExactly("0 1", "2 0", "2 3");
  }

  @Test
  void forgetsZerosOfEitherSign() {
    CsrBuilder builder = new CsrBuilder(2, 2);
    builder.add(0, 0, 0.0);
    builder.add(1, 1, -0.0);
    assertThat(builder.build(DuplicatePolicy.ERROR).nonZeros()).isZero();
  }
}
