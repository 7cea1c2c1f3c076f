package org.sparknmf.solver;

import java.util.BitSet;
import org.sparknmf.linalg.Factor;

/**
 * What is known of a tall factor A as a whole, in one array that adds up over its rows: the Gram
 * matrix A'A (k x k), the sum of each column (k), and the violation met when the rows were last
 * improved (1).
 */
public final class FactorStatistics {
  private FactorStatistics() {}

  /** Length of the array for a rank. */
  public static int length(int rank) {
    return rank * rank + rank + 1;
  }

  /** The array for no rows. */
  public static double[] zeros(int rank) {
    return new double[length(rank)];
  }

  /**
   * Adds some rows, in order.
   *
   * @param statistics modified
   */
  public static void add(Factor factor, int firstRow, int count, double[] statistics) {
    int rank = factor.rank();
    factor.addGram(firstRow, count, statistics);
    factor.addColumnSums(firstRow, count, statistics, rank * rank);
  }

  /** Adds what an update has met. */
  public static void addViolation(double violation, int rank, double[] statistics) {
    statistics[rank * rank + rank] += violation;
  }

  /** The sum of a column. */
  public static double columnSum(double[] statistics, int rank, int component) {
    return statistics[rank * rank + component];
  }

  /** The components of W and H of which one side is zero. */
  public static BitSet dead(double[] one, double[] other, int rank) {
    BitSet dead = new BitSet(rank);
    for (int c = 0; c < rank; c++) {
      dead.set(c, columnSum(one, rank, c) == 0 || columnSum(other, rank, c) == 0);
    }
    return dead;
  }

  /** The sum of all entries. */
  static double sum(double[] statistics, int rank) {
    double sum = 0;
    for (int c = 0; c < rank; c++) {
      sum += columnSum(statistics, rank, c);
    }
    return sum;
  }

  /** The sum of all squared entries. */
  public static double squares(double[] statistics, int rank) {
    double sum = 0;
    for (int c = 0; c < rank; c++) {
      sum += statistics[c * rank + c];
    }
    return sum;
  }

  /** The sum of |projected gradient| that the last update has met. */
  public static double violation(double[] statistics, int rank) {
    return statistics[rank * rank + rank];
  }

  /** trace(A'A B'B) = ||A B'||^2. */
  public static double model(double[] one, double[] other, int rank) {
    double sum = 0;
    for (int p = 0; p < rank * rank; p++) {
      sum = Math.fma(one[p], other[p], sum);
    }
    return sum;
  }

  /** The sum of all cells of A B'. */
  public static double modelSum(double[] one, double[] other, int rank) {
    double sum = 0;
    for (int c = 0; c < rank; c++) {
      sum = Math.fma(columnSum(one, rank, c), columnSum(other, rank, c), sum);
    }
    return sum;
  }
}
