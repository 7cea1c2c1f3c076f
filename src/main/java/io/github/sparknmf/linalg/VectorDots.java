package io.github.sparknmf.linalg;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
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
    DoubleVector w0 = load(own, o);
    for (int p = from; p < to; p++) {
      int f = base + ids[p] * rank;
      DoubleVector s0 = w0.mul(load(factor, f));
      out[p] += sum(s0);
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
    DoubleVector w0 = load(own, o);
    DoubleVector w1 = load(own, o + LANES);
    for (int p = from; p < to; p++) {
      int f = base + ids[p] * rank;
      DoubleVector s0 = w0.mul(load(factor, f));
      DoubleVector s1 = fma(w1, factor, f + LANES, s0);
      out[p] += sum(s1);
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
    DoubleVector w0 = load(own, o);
    DoubleVector w1 = load(own, o + LANES);
    DoubleVector w2 = load(own, o + 2 * LANES);
    for (int p = from; p < to; p++) {
      int f = base + ids[p] * rank;
      DoubleVector s0 = w0.mul(load(factor, f));
      DoubleVector s1 = fma(w1, factor, f + LANES, s0);
      DoubleVector s2 = fma(w2, factor, f + 2 * LANES, s1);
      out[p] += sum(s2);
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
    DoubleVector w0 = load(own, o);
    DoubleVector w1 = load(own, o + LANES);
    DoubleVector w2 = load(own, o + 2 * LANES);
    DoubleVector w3 = load(own, o + 3 * LANES);
    for (int p = from; p < to; p++) {
      int f = base + ids[p] * rank;
      DoubleVector s0 = w0.mul(load(factor, f));
      DoubleVector s1 = fma(w1, factor, f + LANES, s0);
      DoubleVector s2 = fma(w2, factor, f + 2 * LANES, s1);
      DoubleVector s3 = fma(w3, factor, f + 3 * LANES, s2);
      out[p] += sum(s3);
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
    DoubleVector w0 = load(own, o);
    DoubleVector w1 = load(own, o + LANES);
    DoubleVector w2 = load(own, o + 2 * LANES);
    DoubleVector w3 = load(own, o + 3 * LANES);
    DoubleVector w4 = load(own, o + 4 * LANES);
    for (int p = from; p < to; p++) {
      int f = base + ids[p] * rank;
      DoubleVector s0 = w0.mul(load(factor, f));
      DoubleVector s1 = fma(w1, factor, f + LANES, s0);
      DoubleVector s2 = fma(w2, factor, f + 2 * LANES, s1);
      DoubleVector s3 = fma(w3, factor, f + 3 * LANES, s2);
      DoubleVector s4 = fma(w4, factor, f + 4 * LANES, s3);
      out[p] += sum(s4);
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
    DoubleVector w0 = load(own, o);
    DoubleVector w1 = load(own, o + LANES);
    DoubleVector w2 = load(own, o + 2 * LANES);
    DoubleVector w3 = load(own, o + 3 * LANES);
    DoubleVector w4 = load(own, o + 4 * LANES);
    DoubleVector w5 = load(own, o + 5 * LANES);
    for (int p = from; p < to; p++) {
      int f = base + ids[p] * rank;
      DoubleVector s0 = w0.mul(load(factor, f));
      DoubleVector s1 = fma(w1, factor, f + LANES, s0);
      DoubleVector s2 = fma(w2, factor, f + 2 * LANES, s1);
      DoubleVector s3 = fma(w3, factor, f + 3 * LANES, s2);
      DoubleVector s4 = fma(w4, factor, f + 4 * LANES, s3);
      DoubleVector s5 = fma(w5, factor, f + 5 * LANES, s4);
      out[p] += sum(s5);
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
    DoubleVector w0 = load(own, o);
    DoubleVector w1 = load(own, o + LANES);
    DoubleVector w2 = load(own, o + 2 * LANES);
    DoubleVector w3 = load(own, o + 3 * LANES);
    DoubleVector w4 = load(own, o + 4 * LANES);
    DoubleVector w5 = load(own, o + 5 * LANES);
    DoubleVector w6 = load(own, o + 6 * LANES);
    for (int p = from; p < to; p++) {
      int f = base + ids[p] * rank;
      DoubleVector s0 = w0.mul(load(factor, f));
      DoubleVector s1 = fma(w1, factor, f + LANES, s0);
      DoubleVector s2 = fma(w2, factor, f + 2 * LANES, s1);
      DoubleVector s3 = fma(w3, factor, f + 3 * LANES, s2);
      DoubleVector s4 = fma(w4, factor, f + 4 * LANES, s3);
      DoubleVector s5 = fma(w5, factor, f + 5 * LANES, s4);
      DoubleVector s6 = fma(w6, factor, f + 6 * LANES, s5);
      out[p] += sum(s6);
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
    DoubleVector w0 = load(own, o);
    DoubleVector w1 = load(own, o + LANES);
    DoubleVector w2 = load(own, o + 2 * LANES);
    DoubleVector w3 = load(own, o + 3 * LANES);
    DoubleVector w4 = load(own, o + 4 * LANES);
    DoubleVector w5 = load(own, o + 5 * LANES);
    DoubleVector w6 = load(own, o + 6 * LANES);
    DoubleVector w7 = load(own, o + 7 * LANES);
    for (int p = from; p < to; p++) {
      int f = base + ids[p] * rank;
      DoubleVector s0 = w0.mul(load(factor, f));
      DoubleVector s1 = fma(w1, factor, f + LANES, s0);
      DoubleVector s2 = fma(w2, factor, f + 2 * LANES, s1);
      DoubleVector s3 = fma(w3, factor, f + 3 * LANES, s2);
      DoubleVector s4 = fma(w4, factor, f + 4 * LANES, s3);
      DoubleVector s5 = fma(w5, factor, f + 5 * LANES, s4);
      DoubleVector s6 = fma(w6, factor, f + 6 * LANES, s5);
      DoubleVector s7 = fma(w7, factor, f + 7 * LANES, s6);
      out[p] += sum(s7);
    }
  }

  private static double sum(DoubleVector v) {
    return (v.lane(0) + v.lane(1)) + (v.lane(2) + v.lane(3));
  }

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }

  private static DoubleVector fma(DoubleVector x, double[] factor, int at, DoubleVector sum) {
    return x.lanewise(VectorOperators.FMA, load(factor, at), sum);
  }
}
