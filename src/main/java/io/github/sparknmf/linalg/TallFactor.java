package io.github.sparknmf.linalg;

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
    for (int i = 0; i < rows; i++) {
      int row = (firstRow + i) * rank;
      for (int a = 0; a < rank; a++) {
        double x = factor[row + a];
        for (int b = a; b < rank; b++) {
          gram[a * rank + b] = Math.fma(x, factor[row + b], gram[a * rank + b]);
        }
      }
    }
    for (int a = 1; a < rank; a++) {
      for (int b = 0; b < a; b++) {
        gram[a * rank + b] = gram[b * rank + a];
      }
    }
  }

  /** The Gram matrix F'F (k x k) of a whole factor. */
  public static double[] gram(double[] factor, int rank) {
    double[] gram = new double[rank * rank];
    addGram(factor, 0, factor.length / rank, rank, gram);
    return gram;
  }

  /**
   * y = x S for one row x of a factor and a symmetric S.
   *
   * @param factor holds x from {@code from} on, not modified
   * @param square S (k x k), symmetric, not modified
   * @param result y (k), modified
   */
  public static void rowTimesSymmetric(
      double[] factor, int from, int rank, double[] square, double[] result) {
    for (int c = 0; c < rank; c++) {
      double sum = 0;
      for (int a = 0; a < rank; a++) {
        sum = Math.fma(factor[from + a], square[c * rank + a], sum);
      }
      result[c] = sum;
    }
  }

  /** The sum of each column of a whole factor, rows in order. */
  public static double[] columnSums(double[] factor, int rank) {
    double[] sums = new double[rank];
    for (int p = 0; p < factor.length; p++) {
      sums[p % rank] += factor[p];
    }
    return sums;
  }

  /** The sum of products of corresponding entries, in order: the trace of A'B. */
  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum = Math.fma(a[i], b[i], sum);
    }
    return sum;
  }
}
