package org.sparknmf.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentTest {

  /** Against the best of all assignments, tried one by one. */
  @ParameterizedTest
  @CsvSource({"1,1", "1,5", "2,2", "3,3", "4,7", "6,6", "7,7", "5,8"})
  void costsTheLeast(int rows, int columns) {
    SplittableRandom random = new SplittableRandom(rows * 31L + columns);
    for (int t = 0; t < 50; t++) {
      double[] cost = new double[rows * columns];
      for (int p = 0; p < cost.length; p++) {
        // Small whole numbers make ties, and negative ones too.
        cost[p] = t % 2 == 0 ? random.nextInt(-3, 4) : random.nextDouble(-1, 1);
      }
      int[] found = Assignment.columnsOfRows(cost.clone(), rows, columns);
      assertThat(found).doesNotHaveDuplicates();
      double total = 0;
      for (int i = 0; i < rows; i++) {
        total += cost[i * columns + found[i]];
      }
      assertThat(total).isCloseTo(least(cost, rows, columns, 0, 0), within(1e-12));
    }
  }

  private static double least(double[] cost, int rows, int columns, int row, int taken) {
    if (row == rows) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < columns; j++) {
      if ((taken >> j & 1) == 0) {
        double rest = least(cost, rows, columns, row + 1, taken | 1 << j);
        least = Math.min(least, cost[row * columns + j] + rest);
      }
    }
    return least;
  }

  @Test
  void equalCostsGoToTheFirstColumns() {
    assertThat(Assignment.columnsOfRows(new double[12], 3, 4)).containsExactly(0, 1, 2);
  }

  @Test
  void moreRowsThanColumnsAreRefused() {
    assertThatThrownBy(() -> Assignment.columnsOfRows(new double[6], 3, 2))
        .hasMessage(
            "an assignment needs at least as many columns as rows, got 3 rows and 2 columns");
  }
}
