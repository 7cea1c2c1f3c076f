package org.sparknmf.linalg.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link VectorGather} in single precision: eight components a vector, the last vector of a row
 * begins rank - 8. Vectors of float and of double do not disturb each other's type profiles as long
 * as both have 256 bits.
 */
final class VectorFloatGather {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
  private static final int LANES = 8;

  private VectorFloatGather() {}

  /** One chunk of {@code vectors} vectors; the last begins {@code last} beyond the first. */
  static void chunk(
      int vectors,
      int[] ids,
      float[] values,
      int from,
      int to,
      float[] factor,
      int base,
      int rank,
      float[] out,
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
      float[] values,
      int from,
      int to,
      float[] factor,
      int base,
      int rank,
      float[] out,
      int o) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, out, o);
    for (int p = from; p < to; p++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[p]);
      int f = base + ids[p] * rank;
      s0 = x.fma(FloatVector.fromArray(SPECIES, factor, f), s0);
    }
    s0.intoArray(out, o);
  }

  private static void gather2(
      int[] ids,
      float[] values,
      int from,
      int to,
      float[] factor,
      int base,
      int rank,
      float[] out,
      int o,
      int last) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, out, o);
    FloatVector s1 = FloatVector.fromArray(SPECIES, out, o + last);
    for (int p = from; p < to; p++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[p]);
      int f = base + ids[p] * rank;
      s0 = x.fma(FloatVector.fromArray(SPECIES, factor, f), s0);
      s1 = x.fma(FloatVector.fromArray(SPECIES, factor, f + last), s1);
    }
    s0.intoArray(out, o);
    s1.intoArray(out, o + last);
  }

  private static void gather3(
      int[] ids,
      float[] values,
      int from,
      int to,
      float[] factor,
      int base,
      int rank,
      float[] out,
      int o,
      int last) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, out, o);
    FloatVector s1 = FloatVector.fromArray(SPECIES, out, o + LANES);
    FloatVector s2 = FloatVector.fromArray(SPECIES, out, o + last);
    for (int p = from; p < to; p++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[p]);
      int f = base + ids[p] * rank;
      s0 = x.fma(FloatVector.fromArray(SPECIES, factor, f), s0);
      s1 = x.fma(FloatVector.fromArray(SPECIES, factor, f + LANES), s1);
      s2 = x.fma(FloatVector.fromArray(SPECIES, factor, f + last), s2);
    }
    s0.intoArray(out, o);
    s1.intoArray(out, o + LANES);
    s2.intoArray(out, o + last);
  }

  private static void gather4(
      int[] ids,
      float[] values,
      int from,
      int to,
      float[] factor,
      int base,
      int rank,
      float[] out,
      int o,
      int last) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, out, o);
    FloatVector s1 = FloatVector.fromArray(SPECIES, out, o + LANES);
    FloatVector s2 = FloatVector.fromArray(SPECIES, out, o + 2 * LANES);
    FloatVector s3 = FloatVector.fromArray(SPECIES, out, o + last);
    for (int p = from; p < to; p++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[p]);
      int f = base + ids[p] * rank;
      s0 = x.fma(FloatVector.fromArray(SPECIES, factor, f), s0);
      s1 = x.fma(FloatVector.fromArray(SPECIES, factor, f + LANES), s1);
      s2 = x.fma(FloatVector.fromArray(SPECIES, factor, f + 2 * LANES), s2);
      s3 = x.fma(FloatVector.fromArray(SPECIES, factor, f + last), s3);
    }
    s0.intoArray(out, o);
    s1.intoArray(out, o + LANES);
    s2.intoArray(out, o + 2 * LANES);
    s3.intoArray(out, o + last);
  }

  private static void gather5(
      int[] ids,
      float[] values,
      int from,
      int to,
      float[] factor,
      int base,
      int rank,
      float[] out,
      int o,
      int last) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, out, o);
    FloatVector s1 = FloatVector.fromArray(SPECIES, out, o + LANES);
    FloatVector s2 = FloatVector.fromArray(SPECIES, out, o + 2 * LANES);
    FloatVector s3 = FloatVector.fromArray(SPECIES, out, o + 3 * LANES);
    FloatVector s4 = FloatVector.fromArray(SPECIES, out, o + last);
    for (int p = from; p < to; p++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[p]);
      int f = base + ids[p] * rank;
      s0 = x.fma(FloatVector.fromArray(SPECIES, factor, f), s0);
      s1 = x.fma(FloatVector.fromArray(SPECIES, factor, f + LANES), s1);
      s2 = x.fma(FloatVector.fromArray(SPECIES, factor, f + 2 * LANES), s2);
      s3 = x.fma(FloatVector.fromArray(SPECIES, factor, f + 3 * LANES), s3);
      s4 = x.fma(FloatVector.fromArray(SPECIES, factor, f + last), s4);
    }
    s0.intoArray(out, o);
    s1.intoArray(out, o + LANES);
    s2.intoArray(out, o + 2 * LANES);
    s3.intoArray(out, o + 3 * LANES);
    s4.intoArray(out, o + last);
  }

  private static void gather6(
      int[] ids,
      float[] values,
      int from,
      int to,
      float[] factor,
      int base,
      int rank,
      float[] out,
      int o,
      int last) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, out, o);
    FloatVector s1 = FloatVector.fromArray(SPECIES, out, o + LANES);
    FloatVector s2 = FloatVector.fromArray(SPECIES, out, o + 2 * LANES);
    FloatVector s3 = FloatVector.fromArray(SPECIES, out, o + 3 * LANES);
    FloatVector s4 = FloatVector.fromArray(SPECIES, out, o + 4 * LANES);
    FloatVector s5 = FloatVector.fromArray(SPECIES, out, o + last);
    for (int p = from; p < to; p++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[p]);
      int f = base + ids[p] * rank;
      s0 = x.fma(FloatVector.fromArray(SPECIES, factor, f), s0);
      s1 = x.fma(FloatVector.fromArray(SPECIES, factor, f + LANES), s1);
      s2 = x.fma(FloatVector.fromArray(SPECIES, factor, f + 2 * LANES), s2);
      s3 = x.fma(FloatVector.fromArray(SPECIES, factor, f + 3 * LANES), s3);
      s4 = x.fma(FloatVector.fromArray(SPECIES, factor, f + 4 * LANES), s4);
      s5 = x.fma(FloatVector.fromArray(SPECIES, factor, f + last), s5);
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
      float[] values,
      int from,
      int to,
      float[] factor,
      int base,
      int rank,
      float[] out,
      int o,
      int last) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, out, o);
    FloatVector s1 = FloatVector.fromArray(SPECIES, out, o + LANES);
    FloatVector s2 = FloatVector.fromArray(SPECIES, out, o + 2 * LANES);
    FloatVector s3 = FloatVector.fromArray(SPECIES, out, o + 3 * LANES);
    FloatVector s4 = FloatVector.fromArray(SPECIES, out, o + 4 * LANES);
    FloatVector s5 = FloatVector.fromArray(SPECIES, out, o + 5 * LANES);
    FloatVector s6 = FloatVector.fromArray(SPECIES, out, o + last);
    for (int p = from; p < to; p++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[p]);
      int f = base + ids[p] * rank;
      s0 = x.fma(FloatVector.fromArray(SPECIES, factor, f), s0);
      s1 = x.fma(FloatVector.fromArray(SPECIES, factor, f + LANES), s1);
      s2 = x.fma(FloatVector.fromArray(SPECIES, factor, f + 2 * LANES), s2);
      s3 = x.fma(FloatVector.fromArray(SPECIES, factor, f + 3 * LANES), s3);
      s4 = x.fma(FloatVector.fromArray(SPECIES, factor, f + 4 * LANES), s4);
      s5 = x.fma(FloatVector.fromArray(SPECIES, factor, f + 5 * LANES), s5);
      s6 = x.fma(FloatVector.fromArray(SPECIES, factor, f + last), s6);
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
      float[] values,
      int from,
      int to,
      float[] factor,
      int base,
      int rank,
      float[] out,
      int o,
      int last) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, out, o);
    FloatVector s1 = FloatVector.fromArray(SPECIES, out, o + LANES);
    FloatVector s2 = FloatVector.fromArray(SPECIES, out, o + 2 * LANES);
    FloatVector s3 = FloatVector.fromArray(SPECIES, out, o + 3 * LANES);
    FloatVector s4 = FloatVector.fromArray(SPECIES, out, o + 4 * LANES);
    FloatVector s5 = FloatVector.fromArray(SPECIES, out, o + 5 * LANES);
    FloatVector s6 = FloatVector.fromArray(SPECIES, out, o + 6 * LANES);
    FloatVector s7 = FloatVector.fromArray(SPECIES, out, o + last);
    for (int p = from; p < to; p++) {
      FloatVector x = FloatVector.broadcast(SPECIES, values[p]);
      int f = base + ids[p] * rank;
      s0 = x.fma(FloatVector.fromArray(SPECIES, factor, f), s0);
      s1 = x.fma(FloatVector.fromArray(SPECIES, factor, f + LANES), s1);
      s2 = x.fma(FloatVector.fromArray(SPECIES, factor, f + 2 * LANES), s2);
      s3 = x.fma(FloatVector.fromArray(SPECIES, factor, f + 3 * LANES), s3);
      s4 = x.fma(FloatVector.fromArray(SPECIES, factor, f + 4 * LANES), s4);
      s5 = x.fma(FloatVector.fromArray(SPECIES, factor, f + 5 * LANES), s5);
      s6 = x.fma(FloatVector.fromArray(SPECIES, factor, f + 6 * LANES), s6);
      s7 = x.fma(FloatVector.fromArray(SPECIES, factor, f + last), s7);
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
