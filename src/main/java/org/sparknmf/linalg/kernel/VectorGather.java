package org.sparknmf.linalg.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sparse gathers with up to eight vectors of one output row in registers. The last vector of a row
 * begins rank - 4 and overlaps the one before it where 4 does not divide the rank: both compute the
 * same chain for a component they share, so that no remainder is left.
 *
 * <p>All vectors have 256 bits: mixing widths in one JVM spoils the type profiles inside the Vector
 * API, and then vectors are boxed. They are boxed too where a call stays a call, and in a large
 * compilation only the API's own methods are sure to be inlined: hence no helper for a load or a
 * product, here and in the other kernels.
 */
final class VectorGather {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_256;
  private static final int LANES = 4;

  private VectorGather() {}

  /** One chunk of {@code vectors} vectors; the last begins {@code last} beyond the first. */
  static void chunk(
      int vectors,
      int[] ids,
      double[] values,
      int from,
      int to,
      double[] factor,
      int base,
      int rank,
      double[] out,
      int o,
      int last) {
    switch (vectors) {
      case 1 -> gather1(ids, values, from, to, factor, base, rank, out, o);
      case 2 -> gather2(ids, values, from, to, factor, base, rank, out, o, last);
      case 3 -> gather3(ids, values, from, to, factor, base, rank, out, o, last);
      case 4 -> gather4(ids, values, from, to, factor, base, rank, out, o, last);
      case 5 -> gather5(ids, values, from, to, factor, base, rank, out, o, last);
      case 6 -> gather6(ids, values, from, to, factor, base, rank, out, o, last);
      case 7 -> gather7(ids, values, from, to, factor, base, rank, out, o, last);
      case 8 -> gather8(ids, values, from, to, factor, base, rank, out, o, last);
      default -> throw new IllegalArgumentException(vectors + " vectors in a chunk");
    }
  }

  private static void gather1(
      int[] ids,
      double[] values,
      int from,
      int to,
      double[] factor,
      int base,
      int rank,
      double[] out,
      int o) {
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, out, o);
    for (int p = from; p < to; p++) {
      DoubleVector x = DoubleVector.broadcast(SPECIES, values[p]);
      int f = base + ids[p] * rank;
      s0 = x.fma(DoubleVector.fromArray(SPECIES, factor, f), s0);
    }
    s0.intoArray(out, o);
  }

  private static void gather2(
      int[] ids,
      double[] values,
      int from,
      int to,
      double[] factor,
      int base,
      int rank,
      double[] out,
      int o,
      int last) {
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, out, o);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, out, o + last);
    for (int p = from; p < to; p++) {
      DoubleVector x = DoubleVector.broadcast(SPECIES, values[p]);
      int f = base + ids[p] * rank;
      s0 = x.fma(DoubleVector.fromArray(SPECIES, factor, f), s0);
      s1 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + last), s1);
    }
    s0.intoArray(out, o);
    s1.intoArray(out, o + last);
  }

  private static void gather3(
      int[] ids,
      double[] values,
      int from,
      int to,
      double[] factor,
      int base,
      int rank,
      double[] out,
      int o,
      int last) {
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, out, o);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, out, o + LANES);
    DoubleVector s2 = DoubleVector.fromArray(SPECIES, out, o + last);
    for (int p = from; p < to; p++) {
      DoubleVector x = DoubleVector.broadcast(SPECIES, values[p]);
      int f = base + ids[p] * rank;
      s0 = x.fma(DoubleVector.fromArray(SPECIES, factor, f), s0);
      s1 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + LANES), s1);
      s2 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + last), s2);
    }
    s0.intoArray(out, o);
    s1.intoArray(out, o + LANES);
    s2.intoArray(out, o + last);
  }

  private static void gather4(
      int[] ids,
      double[] values,
      int from,
      int to,
      double[] factor,
      int base,
      int rank,
      double[] out,
      int o,
      int last) {
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, out, o);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, out, o + LANES);
    DoubleVector s2 = DoubleVector.fromArray(SPECIES, out, o + 2 * LANES);
    DoubleVector s3 = DoubleVector.fromArray(SPECIES, out, o + last);
    for (int p = from; p < to; p++) {
      DoubleVector x = DoubleVector.broadcast(SPECIES, values[p]);
      int f = base + ids[p] * rank;
      s0 = x.fma(DoubleVector.fromArray(SPECIES, factor, f), s0);
      s1 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + LANES), s1);
      s2 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + 2 * LANES), s2);
      s3 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + last), s3);
    }
    s0.intoArray(out, o);
    s1.intoArray(out, o + LANES);
    s2.intoArray(out, o + 2 * LANES);
    s3.intoArray(out, o + last);
  }

  private static void gather5(
      int[] ids,
      double[] values,
      int from,
      int to,
      double[] factor,
      int base,
      int rank,
      double[] out,
      int o,
      int last) {
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, out, o);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, out, o + LANES);
    DoubleVector s2 = DoubleVector.fromArray(SPECIES, out, o + 2 * LANES);
    DoubleVector s3 = DoubleVector.fromArray(SPECIES, out, o + 3 * LANES);
    DoubleVector s4 = DoubleVector.fromArray(SPECIES, out, o + last);
    for (int p = from; p < to; p++) {
      DoubleVector x = DoubleVector.broadcast(SPECIES, values[p]);
      int f = base + ids[p] * rank;
      s0 = x.fma(DoubleVector.fromArray(SPECIES, factor, f), s0);
      s1 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + LANES), s1);
      s2 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + 2 * LANES), s2);
      s3 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + 3 * LANES), s3);
      s4 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + last), s4);
    }
    s0.intoArray(out, o);
    s1.intoArray(out, o + LANES);
    s2.intoArray(out, o + 2 * LANES);
    s3.intoArray(out, o + 3 * LANES);
    s4.intoArray(out, o + last);
  }

  private static void gather6(
      int[] ids,
      double[] values,
      int from,
      int to,
      double[] factor,
      int base,
      int rank,
      double[] out,
      int o,
      int last) {
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, out, o);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, out, o + LANES);
    DoubleVector s2 = DoubleVector.fromArray(SPECIES, out, o + 2 * LANES);
    DoubleVector s3 = DoubleVector.fromArray(SPECIES, out, o + 3 * LANES);
    DoubleVector s4 = DoubleVector.fromArray(SPECIES, out, o + 4 * LANES);
    DoubleVector s5 = DoubleVector.fromArray(SPECIES, out, o + last);
    for (int p = from; p < to; p++) {
      DoubleVector x = DoubleVector.broadcast(SPECIES, values[p]);
      int f = base + ids[p] * rank;
      s0 = x.fma(DoubleVector.fromArray(SPECIES, factor, f), s0);
      s1 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + LANES), s1);
      s2 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + 2 * LANES), s2);
      s3 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + 3 * LANES), s3);
      s4 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + 4 * LANES), s4);
      s5 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + last), s5);
    }
    s0.intoArray(out, o);
    s1.intoArray(out, o + LANES);
    s2.intoArray(out, o + 2 * LANES);
    s3.intoArray(out, o + 3 * LANES);
    s4.intoArray(out, o + 4 * LANES);
    s5.intoArray(out, o + last);
  }

  private static void gather7(
      int[] ids,
      double[] values,
      int from,
      int to,
      double[] factor,
      int base,
      int rank,
      double[] out,
      int o,
      int last) {
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, out, o);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, out, o + LANES);
    DoubleVector s2 = DoubleVector.fromArray(SPECIES, out, o + 2 * LANES);
    DoubleVector s3 = DoubleVector.fromArray(SPECIES, out, o + 3 * LANES);
    DoubleVector s4 = DoubleVector.fromArray(SPECIES, out, o + 4 * LANES);
    DoubleVector s5 = DoubleVector.fromArray(SPECIES, out, o + 5 * LANES);
    DoubleVector s6 = DoubleVector.fromArray(SPECIES, out, o + last);
    for (int p = from; p < to; p++) {
      DoubleVector x = DoubleVector.broadcast(SPECIES, values[p]);
      int f = base + ids[p] * rank;
      s0 = x.fma(DoubleVector.fromArray(SPECIES, factor, f), s0);
      s1 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + LANES), s1);
      s2 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + 2 * LANES), s2);
      s3 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + 3 * LANES), s3);
      s4 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + 4 * LANES), s4);
      s5 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + 5 * LANES), s5);
      s6 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + last), s6);
    }
    s0.intoArray(out, o);
    s1.intoArray(out, o + LANES);
    s2.intoArray(out, o + 2 * LANES);
    s3.intoArray(out, o + 3 * LANES);
    s4.intoArray(out, o + 4 * LANES);
    s5.intoArray(out, o + 5 * LANES);
    s6.intoArray(out, o + last);
  }

  private static void gather8(
      int[] ids,
      double[] values,
      int from,
      int to,
      double[] factor,
      int base,
      int rank,
      double[] out,
      int o,
      int last) {
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, out, o);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, out, o + LANES);
    DoubleVector s2 = DoubleVector.fromArray(SPECIES, out, o + 2 * LANES);
    DoubleVector s3 = DoubleVector.fromArray(SPECIES, out, o + 3 * LANES);
    DoubleVector s4 = DoubleVector.fromArray(SPECIES, out, o + 4 * LANES);
    DoubleVector s5 = DoubleVector.fromArray(SPECIES, out, o + 5 * LANES);
    DoubleVector s6 = DoubleVector.fromArray(SPECIES, out, o + 6 * LANES);
    DoubleVector s7 = DoubleVector.fromArray(SPECIES, out, o + last);
    for (int p = from; p < to; p++) {
      DoubleVector x = DoubleVector.broadcast(SPECIES, values[p]);
      int f = base + ids[p] * rank;
      s0 = x.fma(DoubleVector.fromArray(SPECIES, factor, f), s0);
      s1 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + LANES), s1);
      s2 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + 2 * LANES), s2);
      s3 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + 3 * LANES), s3);
      s4 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + 4 * LANES), s4);
      s5 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + 5 * LANES), s5);
      s6 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + 6 * LANES), s6);
      s7 = x.fma(DoubleVector.fromArray(SPECIES, factor, f + last), s7);
    }
    s0.intoArray(out, o);
    s1.intoArray(out, o + LANES);
    s2.intoArray(out, o + 2 * LANES);
    s3.intoArray(out, o + 3 * LANES);
    s4.intoArray(out, o + 4 * LANES);
    s5.intoArray(out, o + 5 * LANES);
    s6.intoArray(out, o + 6 * LANES);
    s7.intoArray(out, o + last);
  }
}
