package org.sparknmf.linalg.kernel;

/** Plain loops; eight components of a sparse product stay in registers. */
final class ScalarKernels implements Kernels {
  /** Chains side by side in a scalar product. */
  private static final int LANES = 4;

  /** Components that are added up together. */
  private static final int CHUNK = 32;

  @Override
  public void gather(
      int[] ids,
      double[] values,
      int from,
      int to,
      double[] factor,
      int base,
      int rank,
      double[] out,
      int o) {
    int c = 0;
    for (; c + 8 <= rank; c += 8) {
      gatherEight(ids, values, from, to, factor, base + c, rank, out, o + c);
    }
    for (; c < rank; c++) {
      double sum = out[o + c];
      for (int p = from; p < to; p++) {
        sum = Math.fma(values[p], factor[base + ids[p] * rank + c], sum);
      }
      out[o + c] = sum;
    }
  }

  private static void gatherEight(
      int[] ids,
      double[] values,
      int from,
      int to,
      double[] factor,
      int base,
      int rank,
      double[] out,
      int o) {
    double s0 = out[o];
    double s1 = out[o + 1];
    double s2 = out[o + 2];
    double s3 = out[o + 3];
    double s4 = out[o + 4];
    double s5 = out[o + 5];
    double s6 = out[o + 6];
    double s7 = out[o + 7];
    for (int p = from; p < to; p++) {
      double x = values[p];
      int f = base + ids[p] * rank;
      s0 = Math.fma(x, factor[f], s0);
      s1 = Math.fma(x, factor[f + 1], s1);
      s2 = Math.fma(x, factor[f + 2], s2);
      s3 = Math.fma(x, factor[f + 3], s3);
      s4 = Math.fma(x, factor[f + 4], s4);
      s5 = Math.fma(x, factor[f + 5], s5);
      s6 = Math.fma(x, factor[f + 6], s6);
      s7 = Math.fma(x, factor[f + 7], s7);
    }
    out[o] = s0;
    out[o + 1] = s1;
    out[o + 2] = s2;
    out[o + 3] = s3;
    out[o + 4] = s4;
    out[o + 5] = s5;
    out[o + 6] = s6;
    out[o + 7] = s7;
  }

  @Override
  public void gather(
      int[] ids,
      float[] values,
      int from,
      int to,
      float[] factor,
      int base,
      int rank,
      float[] out,
      int o) {
    ScalarFloatGather.gather(ids, values, from, to, factor, base, rank, out, o);
  }

  @Override
  public void denseTimes(
      double[] x,
      int xo,
      int stride,
      int rows,
      int columns,
      double[] factor,
      int fo,
      int rank,
      double[] out,
      int o) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        addScaled(x[xo + i * stride + j], factor, fo + j * rank, out, o + i * rank, rank);
      }
    }
  }

  @Override
  public void denseTransposedTimes(
      double[] x,
      int xo,
      int stride,
      int rows,
      int columns,
      double[] factor,
      int fo,
      int rank,
      double[] out,
      int o) {
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        addScaled(x[xo + i * stride + j], factor, fo + i * rank, out, o + j * rank, rank);
      }
    }
  }

  @Override
  public void gram(double[] factor, int from, int rows, int rank, double[] gram) {
    denseTransposedTimes(factor, from, rank, rows, rank, factor, from, rank, gram, 0);
  }

  private static void addScaled(double x, double[] from, int f, double[] to, int t, int length) {
    for (int c = 0; c < length; c++) {
      to[t + c] = Math.fma(x, from[f + c], to[t + c]);
    }
  }

  @Override
  public void scaleByRatio(double[] f, int fo, double[] p, int po, double[] d, int length) {
    for (int i = 0; i < length; i++) {
      f[fo + i] = d[i] > 0 ? f[fo + i] * (p[po + i] / d[i]) : 0;
    }
  }

  @Override
  public void dots(
      int[] ids,
      int from,
      int to,
      double[] own,
      int o,
      double[] factor,
      int base,
      int rank,
      double[] out) {
    for (int p = from; p < to; p++) {
      int f = base + ids[p] * rank;
      double sum = 0;
      for (int c = 0; c + LANES <= rank; c += CHUNK) {
        int whole = Math.min(CHUNK, (rank - c) / LANES * LANES);
        sum += interleaved(own, o + c, factor, f + c, whole);
      }
      out[p] = sum;
    }
    int rest = rank / LANES * LANES;
    if (rest < rank) {
      addDots(ids, from, to, own, o, factor, base, rank, rest, out);
    }
  }

  /** Four chains of fused multiply-adds side by side; the length is a multiple of four. */
  private static double interleaved(double[] a, int ao, double[] b, int bo, int length) {
    double s0 = a[ao] * b[bo];
    double s1 = a[ao + 1] * b[bo + 1];
    double s2 = a[ao + 2] * b[bo + 2];
    double s3 = a[ao + 3] * b[bo + 3];
    for (int c = LANES; c < length; c += LANES) {
      s0 = Math.fma(a[ao + c], b[bo + c], s0);
      s1 = Math.fma(a[ao + c + 1], b[bo + c + 1], s1);
      s2 = Math.fma(a[ao + c + 2], b[bo + c + 2], s2);
      s3 = Math.fma(a[ao + c + 3], b[bo + c + 3], s3);
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** out[p] += the chain of products of the components {@code first <= c < rank}. */
  static void addDots(
      int[] ids,
      int from,
      int to,
      double[] own,
      int o,
      double[] factor,
      int base,
      int rank,
      int first,
      double[] out) {
    for (int p = from; p < to; p++) {
      int f = base + ids[p] * rank;
      double sum = 0;
      for (int c = first; c < rank; c++) {
        sum = Math.fma(own[o + c], factor[f + c], sum);
      }
      out[p] += sum;
    }
  }
}
