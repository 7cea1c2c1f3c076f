package org.sparknmf.linalg.kernel;

/** Sparse gathers in single precision by plain loops; eight components stay in registers. */
final class ScalarFloatGather {
  private ScalarFloatGather() {}

  /** {@link Kernels#gather} of floats. */
  static void gather(
      int[] ids,
      float[] values,
      int from,
      int to,
      float[] factor,
      int base,
      int rank,
      float[] out,
      int o) {
    int c = 0;
    for (; c + 8 <= rank; c += 8) {
      gatherEight(ids, values, from, to, factor, base + c, rank, out, o + c);
    }
    for (; c < rank; c++) {
      float sum = out[o + c];
      for (int p = from; p < to; p++) {
        sum = Math.fma(values[p], factor[base + ids[p] * rank + c], sum);
      }
      out[o + c] = sum;
    }
  }

  private static void gatherEight(
      int[] ids,
      float[] values,
      int from,
      int to,
      float[] factor,
      int base,
      int rank,
      float[] out,
      int o) {
    float s0 = out[o];
    float s1 = out[o + 1];
    float s2 = out[o + 2];
    float s3 = out[o + 3];
    float s4 = out[o + 4];
    float s5 = out[o + 5];
    float s6 = out[o + 6];
    float s7 = out[o + 7];
    for (int p = from; p < to; p++) {
      float x = values[p];
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
}
