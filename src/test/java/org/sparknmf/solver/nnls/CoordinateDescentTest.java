package org.sparknmf.solver.nnls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.solver.Penalty;

class CoordinateDescentTest {
  private static final int SHIFT = 3;

  static IntStream ranks() {
    return IntStream.concat(IntStream.rangeClosed(1, 13), IntStream.of(20, 50));
  }

  private static double[] random(int length, long seed) {
    return new SplittableRandom(seed).doubles(length).map(x -> Math.max(0, x - 0.4)).toArray();
  }

  /** The Gram matrix of a random factor, with something behind it that is none of it. */
  private static double[] gram(int rank, long seed) {
    double[] gram = DoubleFactor.of(random(2 * rank * rank, seed), rank).gram();
    double[] longer = new double[gram.length + 2];
    System.arraycopy(gram, 0, longer, 0, gram.length);
    longer[gram.length] = Double.NaN;
    return longer;
  }

  /** The sweep as the formula has it, row by row. */
  private static double naive(
      double[] factor,
      int firstRow,
      int rows,
      double[] product,
      int productRow,
      double[] gram,
      int rank,
      double l1,
      double l2,
      BitSet held) {
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      double violation = 0;
      for (int t = held.nextClearBit(0); t < rank; t = held.nextClearBit(t + 1)) {
        double slope = l1 - product[(productRow + i) * rank + t];
        int row = (firstRow + i) * rank;
        for (int r = 0; r < rank; r++) {
          double weight = r == t ? gram[t * rank + r] + l2 : gram[t * rank + r];
          slope = Math.fma(weight, factor[row + r], slope);
        }
        violation += Math.abs(factor[row + t] == 0 ? Math.min(0, slope) : slope);
        double curvature = gram[t * rank + t] + l2;
        if (curvature != 0) {
          factor[row + t] = Math.max(0, factor[row + t] - slope / curvature);
        }
      }
      sum += violation;
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("ranks")
  void hasTheBitsOfTheNaiveSweep(int rank) {
    double[] gram = gram(rank, 1);
    BitSet held = new BitSet();
    held.set(rank / 2, rank / 2 + rank % 2);
    RowLanes lanes = new RowLanes(rank);
    for (int rows : new int[] {1, 2, 63, 64, 65, 131}) {
      double[] factor = random((SHIFT + rows + 1) * rank, 2);
      double[] product = random((rows + 1) * rank, 3);
      double[] expected = factor.clone();
      CoordinateDescent descent = new CoordinateDescent(new Penalty(0.3, 0.7), held);
      for (int time = 0; time < 3; time++) {
        double violation = naive(expected, SHIFT, rows, product, 1, gram, rank, 0.3, 0.7, held);
        assertThat(Sweeps.sweep(descent, factor, SHIFT, rows, product, 1, gram, lanes))
            .isEqualTo(violation);
        assertThat(factor).containsExactly(expected);
      }
    }
  }

  @Test
  void groupsOfRowsChangeNoBit() {
    int rank = 7;
    double[] gram = gram(rank, 4);
    double[] product = random(131 * rank, 5);
    double[] whole = random(131 * rank, 6);
    double[] pieces = whole.clone();
    CoordinateDescent descent = new CoordinateDescent(Penalty.NONE, new BitSet());
    RowLanes lanes = new RowLanes(rank);
    Sweeps.sweep(descent, whole, 0, 131, product, 0, gram, lanes);
    for (int first = 0; first < 131; first += 17) {
      Sweeps.sweep(descent, pieces, first, Math.min(17, 131 - first), product, first, gram, lanes);
    }
    assertThat(pieces).containsExactly(whole);
  }

  @Test
  void staysWhereItIsBest() {
    // 1/2 (2 f0^2 + 2 f0 f1 + 2 f1^2) - 5 f0 - 4 f1 is least at (2, 1).
    double[] factor = {2, 1};
    double violation =
        Sweeps.sweep(
            new CoordinateDescent(Penalty.NONE, new BitSet()),
            factor,
            0,
            1,
            new double[] {5, 4},
            0,
            new double[] {2, 1, 1, 2},
            new RowLanes(2));
    assertThat(violation).isZero();
    assertThat(factor).containsExactly(2, 1);
  }

  @Test
  void aComponentOfNoCurvatureStays() {
    double[] factor = {0.5, 3};
    double violation =
        Sweeps.sweep(
            new CoordinateDescent(Penalty.NONE, new BitSet()),
            factor,
            0,
            1,
            new double[2],
            0,
            new double[] {0, 0, 0, 1},
            new RowLanes(2));
    assertThat(violation).isEqualTo(3);
    assertThat(factor).containsExactly(0.5, 0);
  }

  @Test
  void heldComponentsStayAndAreNoViolation() {
    BitSet held = new BitSet();
    held.set(0);
    double[] factor = {1, 0};
    double violation =
        Sweeps.sweep(
            new CoordinateDescent(Penalty.NONE, held),
            factor,
            0,
            1,
            new double[] {9, 4},
            0,
            new double[] {2, 1, 1, 2},
            new RowLanes(2));
    assertThat(violation).isEqualTo(3);
    assertThat(factor).containsExactly(1, 1.5);
  }
}
