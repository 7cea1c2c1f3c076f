package org.sparknmf.select.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.engine.matrix.CellKeys;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.InvalidSettingException;

class HeldOutTest {
  private static final int ROWS = 997;
  private static final int COLUMNS = 1009;

  private static HeldOut share(long seed, double share) {
    return HeldOut.share(CellKeys.ofNumbers(), EmptyCells.ZERO, seed, share);
  }

  private static int[] columns(HeldOut held, long row, int columns) {
    int[] target = new int[columns];
    return Arrays.copyOf(
        target, held.of(held.rowKey(row), held.columnKeys(columns), new int[columns], target));
  }

  /**
   * A share of n independent cells deviates by five times sqrt(p (1 - p) / n) once in a million.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.25, 0.1, 0.0625, 0.01, 0.001})
  void holdsOutItsShareOfEveryRowAndColumn(double wanted) {
    HeldOut held = share(3, wanted);
    assertThat(HeldOut.rounded(wanted)).isCloseTo(wanted, within(1.0 / 2048));
    int all = 0;
    int[] ofColumns = new int[COLUMNS];
    for (int i = 0; i < ROWS; i++) {
      int[] columns = columns(held, i, COLUMNS);
      assertThat(columns).isSorted().doesNotHaveDuplicates();
      assertShare(columns.length, COLUMNS, HeldOut.rounded(wanted));
      all += columns.length;
      for (int j : columns) {
        ofColumns[j]++;
      }
    }
    assertShare(all, (double) ROWS * COLUMNS, HeldOut.rounded(wanted));
    for (int count : ofColumns) {
      assertShare(count, ROWS, HeldOut.rounded(wanted));
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
    HeldOut held = share(3, 0.25);
    int pairs = 0;
    for (int i = 0; i < ROWS; i++) {
      int[] columns = columns(held, i, COLUMNS);
      for (int p = 1; p < columns.length; p++) {
        pairs += columns[p] == columns[p - 1] + 1 ? 1 : 0;
      }
    }
    assertShare(pairs, (double) ROWS * (COLUMNS - 1), 0.0625);
  }

  /** Of a row and another, and of a graph's edge and the same one seen from its other end. */
  @Test
  void rowsHaveNothingToDoWithEachOtherNorWithColumns() {
    HeldOut held = share(3, 0.25);
    BitSet[] rows = new BitSet[ROWS];
    for (int i = 0; i < ROWS; i++) {
      rows[i] = new BitSet();
      Arrays.stream(columns(held, i, ROWS)).forEach(rows[i]::set);
    }
    int both = 0;
    int mirrored = 0;
    for (int i = 1; i < ROWS; i++) {
      for (int j = 0; j < i; j++) {
        both += rows[i].get(j) && rows[i - 1].get(j) ? 1 : 0;
        mirrored += rows[i].get(j) && rows[j].get(i) ? 1 : 0;
      }
    }
    assertShare(both, ROWS * (ROWS - 1) / 2.0, 0.0625);
    assertShare(mirrored, ROWS * (ROWS - 1) / 2.0, 0.0625);
  }

  @Test
  void aColumnMoreChangesNothingForTheOthers() {
    HeldOut held = share(3, 0.1);
    int[] fewer = columns(held, 5, 130);
    int[] more = columns(held, 5, 131);
    assertThat(Arrays.copyOf(more, fewer.length)).isEqualTo(fewer);
  }

  @Test
  void anotherSeedHoldsOutOthers() {
    assertThat(columns(share(3, 0.1), 5, COLUMNS)).isNotEqualTo(columns(share(4, 0.1), 5, COLUMNS));
  }

  @Test
  void nothingIsNoCell() {
    assertThat(columns(HeldOut.nothing(EmptyCells.ZERO), 5, COLUMNS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 0.51, Double.NaN})
  void anyOtherShareIsRefused(double share) {
    assertThatThrownBy(() -> share(3, share))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("held-out-share must be above 0 and at most 0.5, got " + share);
  }
}
