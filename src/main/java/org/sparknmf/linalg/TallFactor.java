package org.sparknmf.linalg;

import java.util.Arrays;
import org.sparknmf.linalg.kernel.KernelChoice;

/** Products of a tall row-major factor F (rows x k) with small k x k matrices. */
public final class TallFactor {
  private TallFactor() {}

  /**
   * G += F'F, rows in order. The sum continues from the values found in G, so that consecutive
   * pieces of F give the bits of the whole.
   *
   * @param factor holds F from row {@code firstRow} on, not modified
   * @param firstRow first row of F
   * @param rows number of rows of F
   * @param rank k
   * @param gram G (k x k), symmetric, modified
   */
  public static void addGram(double[] factor, int firstRow, int rows, int rank, double[] gram) {
    Shapes.requireDistinct(factor, gram);
    KernelChoice.ACTIVE.gram(factor, firstRow * rank, rows, rank, gram);
  }

  /**
   * R = F S for some rows of F and a square S.
   *
   * @param factor holds F from row {@code firstRow} on, not modified
   * @param square S (k x k), not modified
   * @param result R (rows x k), overwritten from its beginning
   */
  public static void timesSquare(
      double[] factor, int firstRow, int rows, int rank, double[] square, double[] result) {
    Shapes.requireDistinct(factor, result);
    Arrays.fill(result, 0, rows * rank, 0);
    KernelChoice.ACTIVE.denseTimes(
        factor, firstRow * rank, rank, rows, rank, square, 0, rank, result, 0);
  }

  /**
   * F = F * (P / D) entry by entry, 0 where D is not positive.
   *
   * @param factor holds F from row {@code firstRow} on, modified
   * @param product holds P from row {@code productRow} on, not modified
   * @param denominator D (rows x k) from its beginning, not modified
   */
  public static void scaleByRatio(
      double[] factor,
      int firstRow,
      int rows,
      int rank,
      double[] product,
      int productRow,
      double[] denominator) {
    KernelChoice.ACTIVE.scaleByRatio(
        factor, firstRow * rank, product, productRow * rank, denominator, rows * rank);
  }

  /**
   * r += x F for one sparse row x: in each entry one chain of fused multiply-adds, cells in order.
   *
   * @param columns of the cells: rows of F, not modified
   * @param values of the cells, not modified
   * @param count how many cells
   * @param factor holds F from its beginning, not modified
   * @param result r (k), modified
   */
  public static void addSparseRowTimes(
      int[] columns, double[] values, int count, double[] factor, int rank, double[] result) {
    Shapes.requireDistinct(factor, result);
    KernelChoice.ACTIVE.gather(columns, values, 0, count, factor, 0, rank, result, 0);
  }

  /**
   * f G f' for a row f.
   *
   * @param gram begins with G (k x k), not modified
   */
  public static double squaredLength(double[] row, int rank, double[] gram) {
    double sum = 0;
    for (int a = 0; a < rank; a++) {
      double part = 0;
      for (int b = 0; b < rank; b++) {
        part = Math.fma(gram[a * rank + b], row[b], part);
      }
      sum = Math.fma(row[a], part, sum);
    }
    return sum;
  }

  /** The sum of products of corresponding entries, in order. */
  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum = Math.fma(a[i], b[i], sum);
    }
    return sum;
  }
}
