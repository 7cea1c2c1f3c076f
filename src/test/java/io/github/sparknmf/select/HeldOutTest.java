package io.github.sparknmf.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sparknmf.linalg.EmptyCells;
import io.github.sparknmf.solver.InvalidSettingException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldOutTest {
  private static final int ROWS = 997;
  private static final int COLUMNS = 1009;

  private static int[] columns(HeldOut held, long row, int columns) {
    int[] target = new int[columns];
    return Arrays.copyOf(target, held.of(row, columns, target));
  }

  /**
   * A share of n independent cells deviates by five times sqrt(p (1 - p) / n) once in a million.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.25, 0.1, 0.0625, 0.01, 0.001})
  void holdsOutItsShareOfEveryRowAndColumn(double wanted) {
    HeldOut held = HeldOut.share(EmptyCells.ZERO, 3, wanted);
    assertThat(held.share()).isCloseTo(wanted, within(1.0 / 2048));
    int all = 0;
    int[] ofColumns = new int[COLUMNS];
    for (int i = 0; i < ROWS; i++) {
      int[] columns = columns(held, i, COLUMNS);
      assertThat(columns).isSorted().doesNotHaveDuplicates();
      assertShare(columns.length, COLUMNS, held.share());
      all += columns.length;
      for (int j : columns) {
        ofColumns[j]++;
      }
    }
    assertShare(all, (double) ROWS * COLUMNS, held.share());
    for (int count : ofColumns) {
      assertShare(count, ROWS, held.share());
    }
  }

  private static void assertShare(int count, double cells, double share) {
    assertThat(count).isCloseTo((int) (share * cells), within(bound(cells, share)));
  }

  private static int bound(double cells, double share) {
    return (int) Math.ceil(5 * Math.sqrt(share * (1 - share) * cells)) + 5;
  }

  /** Whether two cells are both held out: as often as chance would have it. */
  @Test
  void neighboursHaveNothingToDoWithEachOther() {
    HeldOut held = HeldOut.share(EmptyCells.ZERO, 3, 0.25);
    int pairs = 0;
    for (int i = 0; i < ROWS; i++) {
      int[] columns = columns(held, i, COLUMNS);
      for (int p = 1; p < columns.length; p++) {
        pairs += columns[p] == columns[p - 1] + 1 ? 1 : 0;
      }
    }
    assertShare(pairs, (double) ROWS * (COLUMNS - 1), 0.0625);
  }

  @Test
  void aColumnMoreChangesNothingForTheOthers() {
    HeldOut held = HeldOut.share(EmptyCells.ZERO, 3, 0.1);
    int[] fewer = columns(held, 5, 130);
    int[] more = columns(held, 5, 131);
    assertThat(Arrays.copyOf(more, fewer.length)).isEqualTo(fewer);
  }

  @Test
  void anotherSeedHoldsOutOthers() {
    assertThat(columns(HeldOut.share(EmptyCells.ZERO, 3, 0.1), 5, COLUMNS))
        .isNotEqualTo(columns(HeldOut.share(EmptyCells.ZERO, 4, 0.1), 5, COLUMNS));
  }

  @Test
  void nothingIsNoCell() {
    assertThat(columns(HeldOut.nothing(EmptyCells.ZERO), 5, COLUMNS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 0.51, Double.NaN})
  void anyOtherShareIsRefused(double share) {
    assertThatThrownBy(() -> HeldOut.share(EmptyCells.ZERO, 3, share))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("held-out-share must be above 0 and at most 0.5, got " + share);
  }
}
