package org.sparknmf.linalg.kernel;

/**
 * The inner loops. Every implementation gives the same bits: each output entry is one chain of
 * fused multiply-adds in the order stated, started from the value found there; only different
 * entries are computed side by side.
 */
public interface Kernels {

  /** Whether this machine runs them as they are meant; if not they are correct, but slow. */
  default boolean isNative() {
    return true;
  }

  /**
   * out[o + c] += sum over p of values[p] factor[base + ids[p] rank + c], p ascending.
   *
   * @param ids rows of the factor, not modified
   * @param values not modified
   * @param from first p
   * @param to one beyond the last p
   * @param factor row-major, not modified
   * @param base where row 0 of the factor begins
   * @param rank number of components c
   * @param out modified
   * @param o where the output row begins
   */
  void gather(
      int[] ids,
      double[] values,
      int from,
      int to,
      double[] factor,
      int base,
      int rank,
      double[] out,
      int o);

  /**
   * Two gathers of the same rows: that of {@code first} into the row at o, that of {@code second}
   * into the row at o + rank.
   */
  default void gatherTwo(
      int[] ids,
      double[] first,
      double[] second,
      int from,
      int to,
      double[] factor,
      int base,
      int rank,
      double[] out,
      int o) {
    gather(ids, first, from, to, factor, base, rank, out, o);
    gather(ids, second, from, to, factor, base, rank, out, o + rank);
  }

  /** One gather in single precision: chains of fused multiply-adds of floats. */
  void gather(
      int[] ids,
      float[] values,
      int from,
      int to,
      float[] factor,
      int base,
      int rank,
      float[] out,
      int o);

  /**
   * out[o + r rank + c] += sum over j of x[xo + r stride + j] factor[j rank + c], j ascending: some
   * rows of a dense block times a tall factor.
   *
   * @param x not modified
   * @param xo where the first row begins
   * @param stride from one row of x to the next
   * @param rows number of rows r
   * @param columns number of columns j
   */
  void denseTimes(
      double[] x,
      int xo,
      int stride,
      int rows,
      int columns,
      double[] factor,
      int fo,
      int rank,
      double[] out,
      int o);

  /**
   * out[o + j rank + c] += sum over i of x[xo + i stride + j] factor[fo + i rank + c], i ascending:
   * the transpose of a dense block times a tall factor.
   */
  void denseTransposedTimes(
      double[] x,
      int xo,
      int stride,
      int rows,
      int columns,
      double[] factor,
      int fo,
      int rank,
      double[] out,
      int o);

  /**
   * gram[a rank + b] += sum over i of factor[from + i rank + a] factor[from + i rank + b], i
   * ascending.
   *
   * @param gram symmetric, modified
   */
  void gram(double[] factor, int from, int rows, int rank, double[] gram);

  /** f[fo + i] = d[i] greater 0 ? f[fo + i] (p[po + i] / d[i]) : 0 for i below length. */
  void scaleByRatio(double[] f, int fo, double[] p, int po, double[] d, int length);

  /**
   * out[p] = sum over c of own[o + c] factor[base + ids[p] rank + c]: for each 32 components four
   * sums over c = l, l + 4, l + 8, ..., added as (0 + 1) + (2 + 3); then those one after the other,
   * then the up to three components that are left over.
   *
   * @param ids rows of the factor, not modified
   * @param from first p
   * @param to one beyond the last p
   * @param own holds the row that all are multiplied with, not modified
   * @param out overwritten from {@code from} to {@code to}
   */
  void dots(
      int[] ids,
      int from,
      int to,
      double[] own,
      int o,
      double[] factor,
      int base,
      int rank,
      double[] out);
}
