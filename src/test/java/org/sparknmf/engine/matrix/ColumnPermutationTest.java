package org.sparknmf.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnPermutationTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 16, 17, 997, 4096, 4097})
  void everyRowIsThePlaceOfOne(int rows) {
    ColumnPermutation permutation = new ColumnPermutation(11, rows);
    for (int column = 0; column < 7; column++) {
      BitSet places = new BitSet();
      for (int i = 0; i < rows; i++) {
        places.set((int) permutation.row(i, column));
      }
      assertThat(places.cardinality()).isEqualTo(rows);
      assertThat(places.length()).isEqualTo(rows);
    }
  }

  /**
   * Two columns keep as many rows together as chance would: the number of fixed points of a random
   * permutation is 1 on average, whatever its length, and above 9 less than once in a million.
   */
  @Test
  void columnsMoveApart() {
    int rows = 4096;
    ColumnPermutation permutation = new ColumnPermutation(11, rows);
    for (int column = 1; column < 50; column++) {
      int together = 0;
      for (int i = 0; i < rows; i++) {
        together += permutation.row(i, 0) == permutation.row(i, column) ? 1 : 0;
      }
      assertThat(together).isLessThan(10);
    }
  }
}
