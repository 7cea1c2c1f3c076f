package org.sparknmf.linalg.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Kernels on vectors of 256 bits; lanes are components, so that each sum keeps its order. */
final class VectorKernels implements Kernels {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_256;
  private static final int LANES = 4;
  private static final int FLOAT_LANES = 8;
  private static final int MOST_VECTORS = 8;
  private static final int MOST_TWIN_VECTORS = 6;

  private final Kernels scalar = new ScalarKernels();

  @Override
  public boolean isNative() {
    return DoubleVector.SPECIES_PREFERRED.length() >= LANES;
  }

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
    if (rank < LANES) {
      scalar.gather(ids, values, from, to, factor, base, rank, out, o);
      return;
    }
    int vectors = (rank + LANES - 1) / LANES;
    int chunks = (vectors + MOST_VECTORS - 1) / MOST_VECTORS;
    for (int chunk = 0; chunk < chunks; chunk++) {
      int first = vectors * chunk / chunks;
      int count = vectors * (chunk + 1) / chunks - first;
      int c = first * LANES;
      int last = Math.min((count - 1) * LANES, rank - LANES - c);
      VectorGather.chunk(count, ids, values, from, to, factor, base + c, rank, out, o + c, last);
    }
  }

  @Override
  public void gatherTwo(
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
    if (rank < LANES) {
      scalar.gatherTwo(ids, first, second, from, to, factor, base, rank, out, o);
      return;
    }
    int vectors = (rank + LANES - 1) / LANES;
    int chunks = (vectors + MOST_TWIN_VECTORS - 1) / MOST_TWIN_VECTORS;
    for (int chunk = 0; chunk < chunks; chunk++) {
      int start = vectors * chunk / chunks;
      int count = vectors * (chunk + 1) / chunks - start;
      int c = start * LANES;
      int last = Math.min((count - 1) * LANES, rank - LANES - c);
      VectorTwinGather.chunk(
          count, ids, first, second, from, to, factor, base + c, rank, out, o + c, last);
    }
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
    if (rank < FLOAT_LANES) {
      ScalarFloatGather.gather(ids, values, from, to, factor, base, rank, out, o);
      return;
    }
    int vectors = (rank + FLOAT_LANES - 1) / FLOAT_LANES;
    int chunks = (vectors + MOST_VECTORS - 1) / MOST_VECTORS;
    for (int chunk = 0; chunk < chunks; chunk++) {
      int first = vectors * chunk / chunks;
      int count = vectors * (chunk + 1) / chunks - first;
      int c = first * FLOAT_LANES;
      int last = Math.min((count - 1) * FLOAT_LANES, rank - FLOAT_LANES - c);
      VectorFloatGather.chunk(
          count, ids, values, from, to, factor, base + c, rank, out, o + c, last);
    }
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
    if (rank < LANES) {
      scalar.denseTimes(x, xo, stride, rows, columns, factor, fo, rank, out, o);
    } else {
      VectorDense.product(x, xo, stride, 1, rows, columns, factor, fo, rank, out, o);
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
    if (rank < LANES) {
      scalar.denseTransposedTimes(x, xo, stride, rows, columns, factor, fo, rank, out, o);
    } else {
      VectorDense.product(x, xo, 1, stride, columns, rows, factor, fo, rank, out, o);
    }
  }

  @Override
  public void gram(double[] factor, int from, int rows, int rank, double[] gram) {
    if (rank < LANES) {
      scalar.gram(factor, from, rows, rank, gram);
    } else {
      VectorDense.gram(factor, from, rows, rank, gram);
    }
  }

  @Override
  public void scaleByRatio(double[] f, int fo, double[] p, int po, double[] d, int length) {
    int i = 0;
    for (; i + LANES <= length; i += LANES) {
      DoubleVector denominator = DoubleVector.fromArray(SPECIES, d, i);
      VectorMask<Double> positive = denominator.compare(VectorOperators.GT, 0);
      DoubleVector.fromArray(SPECIES, p, po + i)
          .div(denominator)
          .mul(DoubleVector.fromArray(SPECIES, f, fo + i))
          .blend(0, positive.not())
          .intoArray(f, fo + i);
    }
    for (; i < length; i++) {
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
    if (rank < LANES) {
      scalar.dots(ids, from, to, own, o, factor, base, rank, out);
      return;
    }
    Arrays.fill(out, from, to, 0);
    int vectors = rank / LANES;
    for (int v = 0; v < vectors; v += MOST_VECTORS) {
      int c = v * LANES;
      int count = Math.min(MOST_VECTORS, vectors - v);
      VectorDots.chunk(count, ids, from, to, own, o + c, factor, base + c, rank, out);
    }
    int rest = vectors * LANES;
    if (rest < rank) {
      ScalarKernels.addDots(ids, from, to, own, o, factor, base, rank, rest, out);
    }
  }
}
