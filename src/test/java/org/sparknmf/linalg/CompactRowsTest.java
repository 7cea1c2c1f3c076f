package org.sparknmf.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactRowsTest {

  /** Every way to hold values and numbers, with more cells in a row than are spread at a time. */
  @ParameterizedTest
  @CsvSource({"1, 5003, 3", "0.5, 5003, 6", "0.1, 5003, 10", "1, 70001, 5", "0.1, 70001, 12"})
  void holdsCellsExactlyInFewBytes(double unit, int columns, int bytesPerCell) {
    SplittableRandom random = new SplittableRandom(columns);
    CsrBuilder builder = new CsrBuilder(5, columns);
    for (int j = 0; j < columns; j++) {
      builder.add(1, j, unit * (1 + random.nextInt(200)));
      builder.add(3, j, unit * random.nextInt(3));
    }
    CsrMatrix matrix = builder.build(DuplicatePolicy.ERROR);
    CompactRows compact = new CompactRows(matrix);
    int overhead = 4 * (5 + 6);
    assertThat(compact.bytes()).isEqualTo((long) bytesPerCell * matrix.nonZeros() + overhead);

    int[] ids = new int[columns];
    double[] values = new double[columns];
    int rank = 5;
    double[] factor = random.doubles((long) columns * rank).toArray();
    double[] expected = random.doubles(5L * rank).toArray();
    double[] actual = expected.clone();
    for (int i = 0; i < 5; i++) {
      int count = compact.copyRow(i, ids, values);
      for (int p = 0; p < count; p++) {
        assertThat(ids[p]).isEqualTo(matrix.columnIds()[matrix.rowStart(i) + p]);
        assertThat(values[p]).isEqualTo(matrix.values()[matrix.rowStart(i) + p]);
        for (int c = 0; c < rank; c++) {
          int out = i * rank + c;
          expected[out] = Math.fma(values[p], factor[ids[p] * rank + c], expected[out]);
        }
      }
    }
    compact.addTimes(DoubleFactor.of(factor, rank), 0, 0, 5, DoubleFactor.of(actual, rank), 0);
    assertThat(actual).containsExactly(expected);
  }

  /** A weight takes 1, 4 or 8 bytes, or none where all are 1. */
  @ParameterizedTest
  @CsvSource({"3, 1", "0.5, 4", "0.1, 8", "1, 0"})
  void holdsWeightsExactlyInFewBytes(double weight, int bytesPerWeight) {
    int columns = 2003;
    CsrBuilder builder = new CsrBuilder(3, columns, EmptyCells.MISSING);
    for (int j = 0; j < columns; j++) {
      builder.add(1, j, j % 2, j % 3 == 0 ? weight : 1);
      builder.add(2, j, 5, 2);
    }
    CsrMatrix matrix = builder.build(DuplicatePolicy.ERROR).slice(0, 2);
    CompactRows compact = new CompactRows(matrix);
    assertThat(compact.nonZeros()).isEqualTo(columns);
    assertThat(compact.bytes()).isEqualTo((3L + bytesPerWeight) * columns + 4 * (2 + 3));
    assertThat(compact.hasWeights()).isEqualTo(weight != 1);
    double[] some = new double[1001];
    compact.copyWeights(499, 1500, some);
    for (int p = 0; p < some.length; p++) {
      assertThat(some[p]).isEqualTo((499 + p) % 3 == 0 ? weight : 1);
    }
    CsrMatrix back = compact.toCsr(2, columns);
    assertThat(back.hasWeights()).isEqualTo(weight != 1);
    assertThat(back.weight(999)).isEqualTo(weight);
    assertThat(back.values()).containsExactly(matrix.values());
  }
}
