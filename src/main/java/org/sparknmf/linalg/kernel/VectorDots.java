package org.sparknmf.linalg.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Many scalar products with one row, whose vectors stay in registers, up to eight at a time. Lanes
 * are added up in registers too: on the way through memory they would wait for stores that cross a
 * cache line.
 */
final class VectorDots {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_256;
  private static final int LANES = 4;

  private VectorDots() {}

  /** out[p] += the sum of own[o + c] factor[base + ids[p] rank + c] over c below 4 vectors. */
  static void chunk(
      int vectors,
      int[] ids,
      int from,
      int to,
      double[] own,
      int o,
      double[] factor,
      int base,
      int rank,
      double[] out) {
    switch (vectors) {
      case 1 -> dots1(ids, from, to, own, o, factor, base, rank, out);
      case 2 -> dots2(ids, from, to, own, o, factor, base, rank, out);
      case 3 -> dots3(ids, from, to, own, o, factor, base, rank, out);
      case 4 -> dots4(ids, from, to, own, o, factor, base, rank, out);
      case 5 -> dots5(ids, from, to, own, o, factor, base, rank, out);
      case 6 -> dots6(ids, from, to, own, o, factor, base, rank, out);
      case 7 -> dots7(ids, from, to, own, o, factor, base, rank, out);
      case 8 -> dots8(ids, from, to, own, o, factor, base, rank, out);
      default -> throw new IllegalArgumentException(vectors + " vectors in a chunk");
    }
  }

  private static void dots1(
      int[] ids,
      int from,
      int to,
      double[] own,
      int o,
      double[] factor,
      int base,
      int rank,
      double[] out) {
    DoubleVector w0 = DoubleVector.fromArray(SPECIES, own, o);
    for (int p = from; p < to; p++) {
      int f = base + ids[p] * rank;
      DoubleVector s0 = w0.mul(DoubleVector.fromArray(SPECIES, factor, f));
      out[p] += (s0.lane(0) + s0.lane(1)) + (s0.lane(2) + s0.lane(3));
    }
  }

  private static void dots2(
      int[] ids,
      int from,
      int to,
      double[] own,
      int o,
      double[] factor,
      int base,
      int rank,
      double[] out) {
    DoubleVector w0 = DoubleVector.fromArray(SPECIES, own, o);
    DoubleVector w1 = DoubleVector.fromArray(SPECIES, own, o + LANES);
    for (int p = from; p < to; p++) {
      int f = base + ids[p] * rank;
      DoubleVector s0 = w0.mul(DoubleVector.fromArray(SPECIES, factor, f));
      DoubleVector s1 = w1.fma(DoubleVector.fromArray(SPECIES, factor, f + LANES), s0);
      out[p] += (s1.lane(0) + s1.lane(1)) + (s1.lane(2) + s1.lane(3));
    }
  }

  private static void dots3(
      int[] ids,
      int from,
      int to,
      double[] own,
      int o,
      double[] factor,
      int base,
      int rank,
      double[] out) {
    DoubleVector w0 = DoubleVector.fromArray(SPECIES, own, o);
    DoubleVector w1 = DoubleVector.fromArray(SPECIES, own, o + LANES);
    DoubleVector w2 = DoubleVector.fromArray(SPECIES, own, o + 2 * LANES);
    for (int p = from; p < to; p++) {
      int f = base + ids[p] * rank;
      DoubleVector s0 = w0.mul(DoubleVector.fromArray(SPECIES, factor, f));
      DoubleVector s1 = w1.fma(DoubleVector.fromArray(SPECIES, factor, f + LANES), s0);
      DoubleVector s2 = w2.fma(DoubleVector.fromArray(SPECIES, factor, f + 2 * LANES), s1);
      out[p] += (s2.lane(0) + s2.lane(1)) + (s2.lane(2) + s2.lane(3));
    }
  }

  private static void dots4(
      int[] ids,
      int from,
      int to,
      double[] own,
      int o,
      double[] factor,
      int base,
      int rank,
      double[] out) {
    DoubleVector w0 = DoubleVector.fromArray(SPECIES, own, o);
    DoubleVector w1 = DoubleVector.fromArray(SPECIES, own, o + LANES);
    DoubleVector w2 = DoubleVector.fromArray(SPECIES, own, o + 2 * LANES);
    DoubleVector w3 = DoubleVector.fromArray(SPECIES, own, o + 3 * LANES);
    for (int p = from; p < to; p++) {
      int f = base + ids[p] * rank;
      DoubleVector s0 = w0.mul(DoubleVector.fromArray(SPECIES, factor, f));
      DoubleVector s1 = w1.fma(DoubleVector.fromArray(SPECIES, factor, f + LANES), s0);
      DoubleVector s2 = w2.fma(DoubleVector.fromArray(SPECIES, factor, f + 2 * LANES), s1);
      DoubleVector s3 = w3.fma(DoubleVector.fromArray(SPECIES, factor, f + 3 * LANES), s2);
      out[p] += (s3.lane(0) + s3.lane(1)) + (s3.lane(2) + s3.lane(3));
    }
  }

  private static void dots5(
      int[] ids,
      int from,
      int to,
      double[] own,
      int o,
      double[] factor,
      int base,
      int rank,
      double[] out) {
    DoubleVector w0 = DoubleVector.fromArray(SPECIES, own, o);
    DoubleVector w1 = DoubleVector.fromArray(SPECIES, own, o + LANES);
    DoubleVector w2 = DoubleVector.fromArray(SPECIES, own, o + 2 * LANES);
    DoubleVector w3 = DoubleVector.fromArray(SPECIES, own, o + 3 * LANES);
    DoubleVector w4 = DoubleVector.fromArray(SPECIES, own, o + 4 * LANES);
    for (int p = from; p < to; p++) {
      int f = base + ids[p] * rank;
      DoubleVector s0 = w0.mul(DoubleVector.fromArray(SPECIES, factor, f));
      DoubleVector s1 = w1.fma(DoubleVector.fromArray(SPECIES, factor, f + LANES), s0);
      DoubleVector s2 = w2.fma(DoubleVector.fromArray(SPECIES, factor, f + 2 * LANES), s1);
      DoubleVector s3 = w3.fma(DoubleVector.fromArray(SPECIES, factor, f + 3 * LANES), s2);
      DoubleVector s4 = w4.fma(DoubleVector.fromArray(SPECIES, factor, f + 4 * LANES), s3);
      out[p] += (s4.lane(0) + s4.lane(1)) + (s4.lane(2) + s4.lane(3));
    }
  }

  private static void dots6(
      int[] ids,
      int from,
      int to,
      double[] own,
      int o,
      double[] factor,
      int base,
      int rank,
      double[] out) {
    DoubleVector w0 = DoubleVector.fromArray(SPECIES, own, o);
    DoubleVector w1 = DoubleVector.fromArray(SPECIES, own, o + LANES);
    DoubleVector w2 = DoubleVector.fromArray(SPECIES, own, o + 2 * LANES);
    DoubleVector w3 = DoubleVector.fromArray(SPECIES, own, o + 3 * LANES);
    DoubleVector w4 = DoubleVector.fromArray(SPECIES, own, o + 4 * LANES);
    DoubleVector w5 = DoubleVector.fromArray(SPECIES, own, o + 5 * LANES);
    for (int p = from; p < to; p++) {
      int f = base + ids[p] * rank;
      DoubleVector s0 = w0.mul(DoubleVector.fromArray(SPECIES, factor, f));
      DoubleVector s1 = w1.fma(DoubleVector.fromArray(SPECIES, factor, f + LANES), s0);
      DoubleVector s2 = w2.fma(DoubleVector.fromArray(SPECIES, factor, f + 2 * LANES), s1);
      DoubleVector s3 = w3.fma(DoubleVector.fromArray(SPECIES, factor, f + 3 * LANES), s2);
      DoubleVector s4 = w4.fma(DoubleVector.fromArray(SPECIES, factor, f + 4 * LANES), s3);
      DoubleVector s5 = w5.fma(DoubleVector.fromArray(SPECIES, factor, f + 5 * LANES), s4);
      out[p] += (s5.lane(0) + s5.lane(1)) + (s5.lane(2) + s5.lane(3));
    }
  }

  private static void dots7(
      int[] ids,
      int from,
      int to,
      double[] own,
      int o,
      double[] factor,
      int base,
      int rank,
      double[] out) {
    DoubleVector w0 = DoubleVector.fromArray(SPECIES, own, o);
    DoubleVector w1 = DoubleVector.fromArray(SPECIES, own, o + LANES);
    DoubleVector w2 = DoubleVector.fromArray(SPECIES, own, o + 2 * LANES);
    DoubleVector w3 = DoubleVector.fromArray(SPECIES, own, o + 3 * LANES);
    DoubleVector w4 = DoubleVector.fromArray(SPECIES, own, o + 4 * LANES);
    DoubleVector w5 = DoubleVector.fromArray(SPECIES, own, o + 5 * LANES);
    DoubleVector w6 = DoubleVector.fromArray(SPECIES, own, o + 6 * LANES);
    for (int p = from; p < to; p++) {
      int f = base + ids[p] * rank;
      DoubleVector s0 = w0.mul(DoubleVector.fromArray(SPECIES, factor, f));
      DoubleVector s1 = w1.fma(DoubleVector.fromArray(SPECIES, factor, f + LANES), s0);
      DoubleVector s2 = w2.fma(DoubleVector.fromArray(SPECIES, factor, f + 2 * LANES), s1);
      DoubleVector s3 = w3.fma(DoubleVector.fromArray(SPECIES, factor, f + 3 * LANES), s2);
      DoubleVector s4 = w4.fma(DoubleVector.fromArray(SPECIES, factor, f + 4 * LANES), s3);
      DoubleVector s5 = w5.fma(DoubleVector.fromArray(SPECIES, factor, f + 5 * LANES), s4);
      DoubleVector s6 = w6.fma(DoubleVector.fromArray(SPECIES, factor, f + 6 * LANES), s5);
      out[p] += (s6.lane(0) + s6.lane(1)) + (s6.lane(2) + s6.lane(3));
    }
  }

  private static void dots8(
      int[] ids,
      int from,
      int to,
      double[] own,
      int o,
      double[] factor,
      int base,
      int rank,
      double[] out) {
    DoubleVector w0 = DoubleVector.fromArray(SPECIES, own, o);
    DoubleVector w1 = DoubleVector.fromArray(SPECIES, own, o + LANES);
    DoubleVector w2 = DoubleVector.fromArray(SPECIES, own, o + 2 * LANES);
    DoubleVector w3 = DoubleVector.fromArray(SPECIES, own, o + 3 * LANES);
    DoubleVector w4 = DoubleVector.fromArray(SPECIES, own, o + 4 * LANES);
    DoubleVector w5 = DoubleVector.fromArray(SPECIES, own, o + 5 * LANES);
    DoubleVector w6 = DoubleVector.fromArray(SPECIES, own, o + 6 * LANES);
    DoubleVector w7 = DoubleVector.fromArray(SPECIES, own, o + 7 * LANES);
    for (int p = from; p < to; p++) {
      int f = base + ids[p] * rank;
      DoubleVector s0 = w0.mul(DoubleVector.fromArray(SPECIES, factor, f));
      DoubleVector s1 = w1.fma(DoubleVector.fromArray(SPECIES, factor, f + LANES), s0);
      DoubleVector s2 = w2.fma(DoubleVector.fromArray(SPECIES, factor, f + 2 * LANES), s1);
      DoubleVector s3 = w3.fma(DoubleVector.fromArray(SPECIES, factor, f + 3 * LANES), s2);
      DoubleVector s4 = w4.fma(DoubleVector.fromArray(SPECIES, factor, f + 4 * LANES), s3);
      DoubleVector s5 = w5.fma(DoubleVector.fromArray(SPECIES, factor, f + 5 * LANES), s4);
      DoubleVector s6 = w6.fma(DoubleVector.fromArray(SPECIES, factor, f + 6 * LANES), s5);
      DoubleVector s7 = w7.fma(DoubleVector.fromArray(SPECIES, factor, f + 7 * LANES), s6);
      out[p] += (s7.lane(0) + s7.lane(1)) + (s7.lane(2) + s7.lane(3));
    }
  }
}
