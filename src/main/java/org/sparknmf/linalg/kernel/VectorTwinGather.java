package org.sparknmf.linalg.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Two sparse gathers of the same rows at once, with up to six vectors of both output rows in
 * registers: each vector of the factor is loaded once, and the chains are those of {@link
 * VectorGather}.
 */
final class VectorTwinGather {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_256;
  private static final int LANES = 4;

  private VectorTwinGather() {}

  /**
   * One chunk of {@code vectors} vectors; the last begins {@code last} beyond the first, the second
   * output row {@code rank} beyond the first.
   */
  static void chunk(
      int vectors,
      int[] ids,
      double[] first,
      double[] second,
      int from,
      int to,
      double[] factor,
      int base,
      int rank,
      double[] out,
      int o,
      int last) {
    switch (vectors) {
      case 1 -> gather1(ids, first, second, from, to, factor, base, rank, out, o);
      case 2 -> gather2(ids, first, second, from, to, factor, base, rank, out, o, last);
      case 3 -> gather3(ids, first, second, from, to, factor, base, rank, out, o, last);
      case 4 -> gather4(ids, first, second, from, to, factor, base, rank, out, o, last);
      case 5 -> gather5(ids, first, second, from, to, factor, base, rank, out, o, last);
      case 6 -> gather6(ids, first, second, from, to, factor, base, rank, out, o, last);
      default -> throw new IllegalArgumentException(vectors + " vectors in a chunk");
    }
  }

  private static void gather1(
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
    DoubleVector a0 = DoubleVector.fromArray(SPECIES, out, o);
    DoubleVector b0 = DoubleVector.fromArray(SPECIES, out, o + rank);
    for (int p = from; p < to; p++) {
      DoubleVector x = DoubleVector.broadcast(SPECIES, first[p]);
      DoubleVector y = DoubleVector.broadcast(SPECIES, second[p]);
      int f = base + ids[p] * rank;
      DoubleVector f0 = DoubleVector.fromArray(SPECIES, factor, f);
      a0 = x.fma(f0, a0);
      b0 = y.fma(f0, b0);
    }
    a0.intoArray(out, o);
    b0.intoArray(out, o + rank);
  }

  private static void gather2(
      int[] ids,
      double[] first,
      double[] second,
      int from,
      int to,
      double[] factor,
      int base,
      int rank,
      double[] out,
      int o,
      int last) {
    DoubleVector a0 = DoubleVector.fromArray(SPECIES, out, o);
    DoubleVector a1 = DoubleVector.fromArray(SPECIES, out, o + last);
    DoubleVector b0 = DoubleVector.fromArray(SPECIES, out, o + rank);
    DoubleVector b1 = DoubleVector.fromArray(SPECIES, out, o + rank + last);
    for (int p = from; p < to; p++) {
      DoubleVector x = DoubleVector.broadcast(SPECIES, first[p]);
      DoubleVector y = DoubleVector.broadcast(SPECIES, second[p]);
      int f = base + ids[p] * rank;
      DoubleVector f0 = DoubleVector.fromArray(SPECIES, factor, f);
      a0 = x.fma(f0, a0);
      b0 = y.fma(f0, b0);
      DoubleVector f1 = DoubleVector.fromArray(SPECIES, factor, f + last);
      a1 = x.fma(f1, a1);
      b1 = y.fma(f1, b1);
    }
    a0.intoArray(out, o);
    a1.intoArray(out, o + last);
    b0.intoArray(out, o + rank);
    b1.intoArray(out, o + rank + last);
  }

  private static void gather3(
      int[] ids,
      double[] first,
      double[] second,
      int from,
      int to,
      double[] factor,
      int base,
      int rank,
      double[] out,
      int o,
      int last) {
    DoubleVector a0 = DoubleVector.fromArray(SPECIES, out, o);
    DoubleVector a1 = DoubleVector.fromArray(SPECIES, out, o + LANES);
    DoubleVector a2 = DoubleVector.fromArray(SPECIES, out, o + last);
    DoubleVector b0 = DoubleVector.fromArray(SPECIES, out, o + rank);
    DoubleVector b1 = DoubleVector.fromArray(SPECIES, out, o + rank + LANES);
    DoubleVector b2 = DoubleVector.fromArray(SPECIES, out, o + rank + last);
    for (int p = from; p < to; p++) {
      DoubleVector x = DoubleVector.broadcast(SPECIES, first[p]);
      DoubleVector y = DoubleVector.broadcast(SPECIES, second[p]);
      int f = base + ids[p] * rank;
      DoubleVector f0 = DoubleVector.fromArray(SPECIES, factor, f);
      a0 = x.fma(f0, a0);
      b0 = y.fma(f0, b0);
      DoubleVector f1 = DoubleVector.fromArray(SPECIES, factor, f + LANES);
      a1 = x.fma(f1, a1);
      b1 = y.fma(f1, b1);
      DoubleVector f2 = DoubleVector.fromArray(SPECIES, factor, f + last);
      a2 = x.fma(f2, a2);
      b2 = y.fma(f2, b2);
    }
    a0.intoArray(out, o);
    a1.intoArray(out, o + LANES);
    a2.intoArray(out, o + last);
    b0.intoArray(out, o + rank);
    b1.intoArray(out, o + rank + LANES);
    b2.intoArray(out, o + rank + last);
  }

  private static void gather4(
      int[] ids,
      double[] first,
      double[] second,
      int from,
      int to,
      double[] factor,
      int base,
      int rank,
      double[] out,
      int o,
      int last) {
    DoubleVector a0 = DoubleVector.fromArray(SPECIES, out, o);
    DoubleVector a1 = DoubleVector.fromArray(SPECIES, out, o + LANES);
    DoubleVector a2 = DoubleVector.fromArray(SPECIES, out, o + 2 * LANES);
    DoubleVector a3 = DoubleVector.fromArray(SPECIES, out, o + last);
    DoubleVector b0 = DoubleVector.fromArray(SPECIES, out, o + rank);
    DoubleVector b1 = DoubleVector.fromArray(SPECIES, out, o + rank + LANES);
    DoubleVector b2 = DoubleVector.fromArray(SPECIES, out, o + rank + 2 * LANES);
    DoubleVector b3 = DoubleVector.fromArray(SPECIES, out, o + rank + last);
    for (int p = from; p < to; p++) {
      DoubleVector x = DoubleVector.broadcast(SPECIES, first[p]);
      DoubleVector y = DoubleVector.broadcast(SPECIES, second[p]);
      int f = base + ids[p] * rank;
      DoubleVector f0 = DoubleVector.fromArray(SPECIES, factor, f);
      a0 = x.fma(f0, a0);
      b0 = y.fma(f0, b0);
      DoubleVector f1 = DoubleVector.fromArray(SPECIES, factor, f + LANES);
      a1 = x.fma(f1, a1);
      b1 = y.fma(f1, b1);
      DoubleVector f2 = DoubleVector.fromArray(SPECIES, factor, f + 2 * LANES);
      a2 = x.fma(f2, a2);
      b2 = y.fma(f2, b2);
      DoubleVector f3 = DoubleVector.fromArray(SPECIES, factor, f + last);
      a3 = x.fma(f3, a3);
      b3 = y.fma(f3, b3);
    }
    a0.intoArray(out, o);
    a1.intoArray(out, o + LANES);
    a2.intoArray(out, o + 2 * LANES);
    a3.intoArray(out, o + last);
    b0.intoArray(out, o + rank);
    b1.intoArray(out, o + rank + LANES);
    b2.intoArray(out, o + rank + 2 * LANES);
    b3.intoArray(out, o + rank + last);
  }

  private static void gather5(
      int[] ids,
      double[] first,
      double[] second,
      int from,
      int to,
      double[] factor,
      int base,
      int rank,
      double[] out,
      int o,
      int last) {
    DoubleVector a0 = DoubleVector.fromArray(SPECIES, out, o);
    DoubleVector a1 = DoubleVector.fromArray(SPECIES, out, o + LANES);
    DoubleVector a2 = DoubleVector.fromArray(SPECIES, out, o + 2 * LANES);
    DoubleVector a3 = DoubleVector.fromArray(SPECIES, out, o + 3 * LANES);
    DoubleVector a4 = DoubleVector.fromArray(SPECIES, out, o + last);
    DoubleVector b0 = DoubleVector.fromArray(SPECIES, out, o + rank);
    DoubleVector b1 = DoubleVector.fromArray(SPECIES, out, o + rank + LANES);
    DoubleVector b2 = DoubleVector.fromArray(SPECIES, out, o + rank + 2 * LANES);
    DoubleVector b3 = DoubleVector.fromArray(SPECIES, out, o + rank + 3 * LANES);
    DoubleVector b4 = DoubleVector.fromArray(SPECIES, out, o + rank + last);
    for (int p = from; p < to; p++) {
      DoubleVector x = DoubleVector.broadcast(SPECIES, first[p]);
      DoubleVector y = DoubleVector.broadcast(SPECIES, second[p]);
      int f = base + ids[p] * rank;
      DoubleVector f0 = DoubleVector.fromArray(SPECIES, factor, f);
      a0 = x.fma(f0, a0);
      b0 = y.fma(f0, b0);
      DoubleVector f1 = DoubleVector.fromArray(SPECIES, factor, f + LANES);
      a1 = x.fma(f1, a1);
      b1 = y.fma(f1, b1);
      DoubleVector f2 = DoubleVector.fromArray(SPECIES, factor, f + 2 * LANES);
      a2 = x.fma(f2, a2);
      b2 = y.fma(f2, b2);
      DoubleVector f3 = DoubleVector.fromArray(SPECIES, factor, f + 3 * LANES);
      a3 = x.fma(f3, a3);
      b3 = y.fma(f3, b3);
      DoubleVector f4 = DoubleVector.fromArray(SPECIES, factor, f + last);
      a4 = x.fma(f4, a4);
      b4 = y.fma(f4, b4);
    }
    a0.intoArray(out, o);
    a1.intoArray(out, o + LANES);
    a2.intoArray(out, o + 2 * LANES);
    a3.intoArray(out, o + 3 * LANES);
    a4.intoArray(out, o + last);
    b0.intoArray(out, o + rank);
    b1.intoArray(out, o + rank + LANES);
    b2.intoArray(out, o + rank + 2 * LANES);
    b3.intoArray(out, o + rank + 3 * LANES);
    b4.intoArray(out, o + rank + last);
  }

  private static void gather6(
      int[] ids,
      double[] first,
      double[] second,
      int from,
      int to,
      double[] factor,
      int base,
      int rank,
      double[] out,
      int o,
      int last) {
    DoubleVector a0 = DoubleVector.fromArray(SPECIES, out, o);
    DoubleVector a1 = DoubleVector.fromArray(SPECIES, out, o + LANES);
    DoubleVector a2 = DoubleVector.fromArray(SPECIES, out, o + 2 * LANES);
    DoubleVector a3 = DoubleVector.fromArray(SPECIES, out, o + 3 * LANES);
    DoubleVector a4 = DoubleVector.fromArray(SPECIES, out, o + 4 * LANES);
    DoubleVector a5 = DoubleVector.fromArray(SPECIES, out, o + last);
    DoubleVector b0 = DoubleVector.fromArray(SPECIES, out, o + rank);
    DoubleVector b1 = DoubleVector.fromArray(SPECIES, out, o + rank + LANES);
    DoubleVector b2 = DoubleVector.fromArray(SPECIES, out, o + rank + 2 * LANES);
    DoubleVector b3 = DoubleVector.fromArray(SPECIES, out, o + rank + 3 * LANES);
    DoubleVector b4 = DoubleVector.fromArray(SPECIES, out, o + rank + 4 * LANES);
    DoubleVector b5 = DoubleVector.fromArray(SPECIES, out, o + rank + last);
    for (int p = from; p < to; p++) {
      DoubleVector x = DoubleVector.broadcast(SPECIES, first[p]);
      DoubleVector y = DoubleVector.broadcast(SPECIES, second[p]);
      int f = base + ids[p] * rank;
      DoubleVector f0 = DoubleVector.fromArray(SPECIES, factor, f);
      a0 = x.fma(f0, a0);
      b0 = y.fma(f0, b0);
      DoubleVector f1 = DoubleVector.fromArray(SPECIES, factor, f + LANES);
      a1 = x.fma(f1, a1);
      b1 = y.fma(f1, b1);
      DoubleVector f2 = DoubleVector.fromArray(SPECIES, factor, f + 2 * LANES);
      a2 = x.fma(f2, a2);
      b2 = y.fma(f2, b2);
      DoubleVector f3 = DoubleVector.fromArray(SPECIES, factor, f + 3 * LANES);
      a3 = x.fma(f3, a3);
      b3 = y.fma(f3, b3);
      DoubleVector f4 = DoubleVector.fromArray(SPECIES, factor, f + 4 * LANES);
      a4 = x.fma(f4, a4);
      b4 = y.fma(f4, b4);
      DoubleVector f5 = DoubleVector.fromArray(SPECIES, factor, f + last);
      a5 = x.fma(f5, a5);
      b5 = y.fma(f5, b5);
    }
    a0.intoArray(out, o);
    a1.intoArray(out, o + LANES);
    a2.intoArray(out, o + 2 * LANES);
    a3.intoArray(out, o + 3 * LANES);
    a4.intoArray(out, o + 4 * LANES);
    a5.intoArray(out, o + last);
    b0.intoArray(out, o + rank);
    b1.intoArray(out, o + rank + LANES);
    b2.intoArray(out, o + rank + 2 * LANES);
    b3.intoArray(out, o + rank + 3 * LANES);
    b4.intoArray(out, o + rank + 4 * LANES);
    b5.intoArray(out, o + rank + last);
  }
}
