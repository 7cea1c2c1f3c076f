package io.github.sparknmf.linalg;

/**
 * P += A F for compressed sparse rows A (r x c) and a tall row-major factor F (c x k).
 *
 * <p>A gather: eight components of one output row at a time stay in registers while the row's cells
 * pass by. The sums continue from the values found in P, so splitting A's columns over several
 * calls gives the bits of one call.
 */
public final class SparseProduct {
  private SparseProduct() {}

  /**
   * Adds A F to P.
   *
   * @param a A, not modified
   * @param factor holds F from row {@code factorRow} on, not modified
   * @param factorRow first row of F within {@code factor}
   * @param rank k
   * @param product holds P from row {@code productRow} on, modified
   * @param productRow first row of P within {@code product}
   */
  public static void add(
      CsrMatrix a, double[] factor, int factorRow, int rank, double[] product, int productRow) {
    Shapes.requireDistinct(factor, product);
    int base = factorRow * rank;
    for (int r = 0; r < a.rowIds.length; r++) {
      int out = (productRow + a.rowIds[r]) * rank;
      int c = 0;
      for (; c + 8 <= rank; c += 8) {
        addEight(a, r, factor, base + c, rank, product, out + c);
      }
      for (; c + 4 <= rank; c += 4) {
        addFour(a, r, factor, base + c, rank, product, out + c);
      }
      for (; c < rank; c++) {
        addOne(a, r, factor, base + c, rank, product, out + c);
      }
    }
  }

  private static void addEight(
      CsrMatrix a, int r, double[] factor, int base, int rank, double[] product, int out) {
    double s0 = product[out];
    double s1 = product[out + 1];
    double s2 = product[out + 2];
    double s3 = product[out + 3];
    double s4 = product[out + 4];
    double s5 = product[out + 5];
    double s6 = product[out + 6];
    double s7 = product[out + 7];
    for (int p = a.offsets[r]; p < a.offsets[r + 1]; p++) {
      double x = a.values[p];
      int f = base + a.columnIds[p] * rank;
      s0 = Math.fma(x, factor[f], s0);
      s1 = Math.fma(x, factor[f + 1], s1);
      s2 = Math.fma(x, factor[f + 2], s2);
      s3 = Math.fma(x, factor[f + 3], s3);
      s4 = Math.fma(x, factor[f + 4], s4);
      s5 = Math.fma(x, factor[f + 5], s5);
      s6 = Math.fma(x, factor[f + 6], s6);
      s7 = Math.fma(x, factor[f + 7], s7);
    }
    product[out] = s0;
    product[out + 1] = s1;
    product[out + 2] = s2;
    product[out + 3] = s3;
    product[out + 4] = s4;
    product[out + 5] = s5;
    product[out + 6] = s6;
    product[out + 7] = s7;
  }

  private static void addFour(
      CsrMatrix a, int r, double[] factor, int base, int rank, double[] product, int out) {
    double s0 = product[out];
    double s1 = product[out + 1];
    double s2 = product[out + 2];
    double s3 = product[out + 3];
    for (int p = a.offsets[r]; p < a.offsets[r + 1]; p++) {
      double x = a.values[p];
      int f = base + a.columnIds[p] * rank;
      s0 = Math.fma(x, factor[f], s0);
      s1 = Math.fma(x, factor[f + 1], s1);
      s2 = Math.fma(x, factor[f + 2], s2);
      s3 = Math.fma(x, factor[f + 3], s3);
    }
    product[out] = s0;
    product[out + 1] = s1;
    product[out + 2] = s2;
    product[out + 3] = s3;
  }

  private static void addOne(
      CsrMatrix a, int r, double[] factor, int base, int rank, double[] product, int out) {
    double sum = product[out];
    for (int p = a.offsets[r]; p < a.offsets[r + 1]; p++) {
      sum = Math.fma(a.values[p], factor[base + a.columnIds[p] * rank], sum);
    }
    product[out] = sum;
  }
}
