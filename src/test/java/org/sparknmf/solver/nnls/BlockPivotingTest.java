package org.sparknmf.solver.nnls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.TallFactor;
import org.sparknmf.solver.Penalty;

class BlockPivotingTest {

  /** Half of it zero. */
  private static double[] sparse(int length, long seed) {
    return new SplittableRandom(seed).doubles(length).map(x -> Math.max(0, x - 0.5)).toArray();
  }

  /** From -1/2 to 1/2. */
  private static double[] mixed(int length, long seed) {
    return new SplittableRandom(seed).doubles(length).map(x -> x - 0.5).toArray();
  }

  private static double[] gram(double[] a, int rank) {
    return DoubleFactor.of(a, rank).gram();
  }

  /** X A for rows of X that A can come near to: non-negative combinations with noise. */
  private static double[] product(double[] a, int rank, int rows, double noise, long seed) {
    int features = a.length / rank;
    double[] f = sparse(rows * rank, seed);
    double[] errors = mixed(rows * features, seed + 1);
    double[] product = new double[rows * rank];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < features; j++) {
        double x = noise * errors[i * features + j];
        for (int t = 0; t < rank; t++) {
          x += f[i * rank + t] * a[j * rank + t];
        }
        for (int t = 0; t < rank; t++) {
          product[i * rank + t] += x * a[j * rank + t];
        }
      }
    }
    return product;
  }

  private static double solve(double[] factor, double[] product, double[] gram, int rank) {
    int rows = factor.length / rank;
    return new BlockPivoting(Penalty.NONE)
        .solve(factor, 0, rows, product, 0, gram, new PivotRows(rank));
  }

  /**
   * Solves and checks: finite, non-negative, never worse than the start, conditions of a minimum.
   */
  private static double[] check(
      double[] start, double[] product, double[] gram, int rank, double l1, double most) {
    int rows = start.length / rank;
    double[] factor = start.clone();
    new BlockPivoting(new Penalty(l1, 0))
        .solve(factor, 0, rows, product, 0, gram, new PivotRows(rank));
    for (double entry : factor) {
      assertThat(entry).isFinite().isNotNegative();
    }
    for (int i = 0; i < rows; i++) {
      NonNegativeProblem problem = new NonNegativeProblem(gram, product, i, rank, l1, 0);
      double before = problem.objective(start, i);
      double after = problem.objective(factor, i);
      assertThat(after).isLessThanOrEqualTo(before + 1e-13 * Math.abs(before));
      assertThat(problem.violation(factor, i)).isLessThanOrEqualTo(most);
    }
    return factor;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void findsTheBestOfAllPassiveSets(int rank) {
    PivotRows work = new PivotRows(rank);
    for (long seed = 0; seed < 100; seed++) {
      double[] gram = gram(mixed(3 * rank * rank, seed), rank);
      double[] product = mixed(rank, seed + 1000);
      double[] factor = sparse(rank, seed + 2000);
      double l1 = seed % 2 * 0.05;
      double l2 = seed % 3 * 0.05;
      NonNegativeProblem problem = new NonNegativeProblem(gram, product, 0, rank, l1, l2);
      new BlockPivoting(new Penalty(l1, l2)).solve(factor, 0, 1, product, 0, gram, work);
      assertThat(factor).containsExactly(problem.bruteForce(), within(1e-11));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 20, 50, 67})
  void meetsTheConditionsOfTheMinimum(int rank) {
    int rows = 131;
    double[] a = sparse(4 * rank * rank, 1);
    double[] product = product(a, rank, rows, 1, 2);
    double[] gram = gram(a, rank);
    double[] dense = new SplittableRandom(3).doubles((long) rows * rank).toArray();
    double[] fromDense = check(dense, product, gram, rank, 0, 1e-10);
    double[] fromZero = check(new double[rows * rank], product, gram, rank, 0, 1e-10);
    assertThat(fromDense).containsExactly(fromZero, within(1e-10));
    check(dense, product, gram, rank, 0.1 * product[0], 1e-10);
  }

  @Test
  void returnsTheViolationOfTheStart() {
    // Gradients: 2 1 + 1 0 - 5 = -3; 1 1 + 2 0 - 4 = -3 and 2 0 + 1 0 + 1 = 1 counts for nothing.
    double[] gram = {2, 1, 1, 2};
    double[] factor = {1, 0, 0, 0};
    assertThat(solve(factor, new double[] {5, 4, -1, -1}, gram, 2)).isEqualTo(6);
    assertThat(factor).containsExactly(new double[] {2, 1, 0, 0}, within(1e-15));
  }

  @Test
  void aRowDoesNotDependOnTheRowsAroundIt() {
    int rank = 13;
    int rows = 2 * PivotRows.MOST_ROWS + 29;
    double[] a = sparse(20 * rank, 4);
    double[] gram = gram(a, rank);
    double[] product = product(a, rank, rows, 1, 5);
    double[] start = sparse(rows * rank, 6);
    double[] whole = start.clone();
    double sum = solve(whole, product, gram, rank);
    double[] alone = start.clone();
    PivotRows work = new PivotRows(rank);
    double[] longer = Arrays.copyOf(gram, gram.length + 1);
    double sumAlone = 0;
    for (int i = rows - 1; i >= 0; i--) {
      new BlockPivoting(Penalty.NONE).solve(alone, i, 1, product, i, longer, work);
    }
    for (int i = 0; i < rows; i++) {
      double[] row = Arrays.copyOfRange(start, i * rank, (i + 1) * rank);
      sumAlone += new BlockPivoting(Penalty.NONE).solve(row, 0, 1, product, i, gram, work);
    }
    assertThat(alone).containsExactly(whole);
    assertThat(sum).isEqualTo(sumAlone);
  }

  @Test
  void whatIsSolvedStays() {
    int rank = 20;
    double[] a = sparse(100 * rank, 7);
    double[] product = product(a, rank, 67, 1, 8);
    double[] factor = sparse(67 * rank, 9);
    solve(factor, product, gram(a, rank), rank);
    double[] again = factor.clone();
    solve(again, product, gram(a, rank), rank);
    assertThat(again).containsExactly(factor, within(1e-12));
  }

  @Test
  void nothingToGainGivesZeros() {
    double[] gram = gram(sparse(20 * 5, 10), 5);
    double[] zero = sparse(3 * 5, 11);
    solve(zero, new double[3 * 5], gram, 5);
    assertThat(zero).containsOnly(0);
    double[] negative = sparse(3 * 5, 12);
    double[] product = new double[3 * 5];
    Arrays.fill(product, -1);
    solve(negative, product, gram, 5);
    assertThat(negative).containsOnly(0);
  }

  @Test
  void aComponentOfNoCurvatureIsZeroUnlessNothingIsBest() {
    double[] gram = {0, 0, 0, 4};
    double[] factor = {3, 1, 3, 1};
    solve(factor, new double[] {0, 8, 1, 8}, gram, 2);
    assertThat(factor).containsExactly(0, 2, 3, 2);
    double[] none = {1, 2};
    solve(none, new double[2], new double[4], 2);
    assertThat(none).containsOnly(0);
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "0.001, 10", "0.1, 10", "0, 1", "0.001, 1", "0.0001, 1"})
  void moreComponentsThanX(double l1, double scale) {
    int rank = 50;
    double[] basis = sparse(200 * 20, 13);
    double[] mix = sparse(20 * rank, 14);
    double[] a = new double[200 * rank];
    for (int j = 0; j < 200; j++) {
      for (int q = 0; q < 20; q++) {
        for (int t = 0; t < rank; t++) {
          double unit = t % 3 == 0 ? scale : 1;
          a[j * rank + t] += unit * basis[j * 20 + q] * mix[q * rank + t];
        }
      }
    }
    double[] product = product(a, rank, 131, 0, 15);
    double penalty = l1 * Arrays.stream(product).max().orElseThrow();
    double[] start = sparse(131 * rank, 16);
    double[] answer = check(start, product, gram(a, rank), rank, penalty, 1e-8);
    PivotRows work = new PivotRows(rank);
    for (int i = 0; i < 131; i += 13) {
      new BlockPivoting(new Penalty(penalty, 0))
          .solve(start, i, 1, product, i, gram(a, rank), work);
      assertThat(Arrays.copyOfRange(start, i * rank, (i + 1) * rank))
          .containsExactly(Arrays.copyOfRange(answer, i * rank, (i + 1) * rank));
    }
    check(new double[131 * rank], product, gram(a, rank), rank, penalty, 1e-8);
  }

  @Test
  void equalComponents() {
    int rank = 20;
    double[] a = sparse(60 * rank, 17);
    for (int j = 0; j < 60; j++) {
      System.arraycopy(a, j * rank, a, j * rank + rank / 2, rank / 2);
      a[j * rank + 3] = 0;
    }
    double[] product = product(a, rank, 67, 1, 18);
    double[] dense = new SplittableRandom(19).doubles(67L * rank).toArray();
    check(dense, product, gram(a, rank), rank, 0, 1e-8);
    check(dense, product, gram(a, rank), rank, 0.01 * product[0], 1e-8);
  }

  @Test
  void aMatrixThatIsNoGramMatrixDoesNoHarm() {
    // Indefinite: pivoting cannot end, descent still goes down.
    double[] gram = {1, 3, 3, 1};
    double[] product = {1, 1};
    double[] factor = {0.5, 0.25};
    NonNegativeProblem problem = new NonNegativeProblem(gram, product, 0, 2, 0, 0);
    double before = problem.objective(factor, 0);
    solve(factor, product, gram, 2);
    assertThat(problem.objective(factor, 0)).isLessThan(before);
    assertThat(factor[0]).isFinite().isNotNegative();
    assertThat(factor[1]).isFinite().isNotNegative();
  }

  @Test
  void isWhereDescentEnds() {
    int rank = 7;
    double[] a = sparse(50 * rank, 20);
    double[] gram = gram(a, rank);
    double[] product = product(a, rank, 67, 1, 21);
    double[] swept = sparse(67 * rank, 22);
    double[] pivoted = swept.clone();
    CoordinateDescent descent = new CoordinateDescent(Penalty.NONE, new BitSet());
    RowLanes lanes = new RowLanes(rank);
    for (int sweep = 0; sweep < 1000; sweep++) {
      Sweeps.sweep(descent, swept, 0, 67, product, 0, gram, lanes);
    }
    double violation = solve(pivoted, product, gram, rank);
    assertThat(pivoted).containsExactly(swept, within(1e-10));
    double[] left = new double[67 * rank];
    TallFactor.timesSquare(pivoted, 0, 67, rank, gram, left);
    assertThat(violation).isPositive();
    assertThat(solve(pivoted, product, gram, rank)).isLessThan(1e-12 * violation);
  }
}
