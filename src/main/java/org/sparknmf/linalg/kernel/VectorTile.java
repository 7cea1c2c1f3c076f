package org.sparknmf.linalg.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a dense product: one or four output rows by one to three vectors of components, all in
 * registers while the sum runs. Output row r adds x[xo + r outer + s inner] F[s] over s, ascending.
 */
final class VectorTile {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_256;
  private static final int LANES = 4;

  private VectorTile() {}

  /** Four rows by some vectors; the last begins {@code last} beyond the first. */
  static void rows4(
      int vectors,
      double[] x,
      int xo,
      int outer,
      int inner,
      int steps,
      double[] factor,
      int fo,
      int rank,
      double[] out,
      int o,
      int last) {
    switch (vectors) {
      case 1 -> tile4x1(x, xo, outer, inner, steps, factor, fo, rank, out, o);
      case 2 -> tile4x2(x, xo, outer, inner, steps, factor, fo, rank, out, o, last);
      case 3 -> tile4x3(x, xo, outer, inner, steps, factor, fo, rank, out, o, last);
      default -> throw new IllegalArgumentException(vectors + " vectors in a tile");
    }
  }

  /** One row by some vectors; the last begins {@code last} beyond the first. */
  static void rows1(
      int vectors,
      double[] x,
      int xo,
      int inner,
      int steps,
      double[] factor,
      int fo,
      int rank,
      double[] out,
      int o,
      int last) {
    switch (vectors) {
      case 1 -> tile1x1(x, xo, inner, steps, factor, fo, rank, out, o);
      case 2 -> tile1x2(x, xo, inner, steps, factor, fo, rank, out, o, last);
      case 3 -> tile1x3(x, xo, inner, steps, factor, fo, rank, out, o, last);
      default -> throw new IllegalArgumentException(vectors + " vectors in a tile");
    }
  }

  private static void tile4x1(
      double[] x,
      int xo,
      int outer,
      int inner,
      int steps,
      double[] factor,
      int fo,
      int rank,
      double[] out,
      int o) {
    int o1 = o + rank;
    int o2 = o1 + rank;
    int o3 = o2 + rank;
    DoubleVector s00 = DoubleVector.fromArray(SPECIES, out, o);
    DoubleVector s10 = DoubleVector.fromArray(SPECIES, out, o1);
    DoubleVector s20 = DoubleVector.fromArray(SPECIES, out, o2);
    DoubleVector s30 = DoubleVector.fromArray(SPECIES, out, o3);
    int p = xo;
    int f = fo;
    for (int s = 0; s < steps; s++) {
      DoubleVector f0 = DoubleVector.fromArray(SPECIES, factor, f);
      DoubleVector x0 = DoubleVector.broadcast(SPECIES, x[p]);
      s00 = x0.lanewise(VectorOperators.FMA, f0, s00);
      DoubleVector x1 = DoubleVector.broadcast(SPECIES, x[p + outer]);
      s10 = x1.lanewise(VectorOperators.FMA, f0, s10);
      DoubleVector x2 = DoubleVector.broadcast(SPECIES, x[p + 2 * outer]);
      s20 = x2.lanewise(VectorOperators.FMA, f0, s20);
      DoubleVector x3 = DoubleVector.broadcast(SPECIES, x[p + 3 * outer]);
      s30 = x3.lanewise(VectorOperators.FMA, f0, s30);
      p += inner;
      f += rank;
    }
    s00.intoArray(out, o);
    s10.intoArray(out, o1);
    s20.intoArray(out, o2);
    s30.intoArray(out, o3);
  }

  private static void tile4x2(
      double[] x,
      int xo,
      int outer,
      int inner,
      int steps,
      double[] factor,
      int fo,
      int rank,
      double[] out,
      int o,
      int last) {
    int o1 = o + rank;
    int o2 = o1 + rank;
    int o3 = o2 + rank;
    DoubleVector s00 = DoubleVector.fromArray(SPECIES, out, o);
    DoubleVector s01 = DoubleVector.fromArray(SPECIES, out, o + last);
    DoubleVector s10 = DoubleVector.fromArray(SPECIES, out, o1);
    DoubleVector s11 = DoubleVector.fromArray(SPECIES, out, o1 + last);
    DoubleVector s20 = DoubleVector.fromArray(SPECIES, out, o2);
    DoubleVector s21 = DoubleVector.fromArray(SPECIES, out, o2 + last);
    DoubleVector s30 = DoubleVector.fromArray(SPECIES, out, o3);
    DoubleVector s31 = DoubleVector.fromArray(SPECIES, out, o3 + last);
    int p = xo;
    int f = fo;
    for (int s = 0; s < steps; s++) {
      DoubleVector f0 = DoubleVector.fromArray(SPECIES, factor, f);
      DoubleVector f1 = DoubleVector.fromArray(SPECIES, factor, f + last);
      DoubleVector x0 = DoubleVector.broadcast(SPECIES, x[p]);
      s00 = x0.lanewise(VectorOperators.FMA, f0, s00);
      s01 = x0.lanewise(VectorOperators.FMA, f1, s01);
      DoubleVector x1 = DoubleVector.broadcast(SPECIES, x[p + outer]);
      s10 = x1.lanewise(VectorOperators.FMA, f0, s10);
      s11 = x1.lanewise(VectorOperators.FMA, f1, s11);
      DoubleVector x2 = DoubleVector.broadcast(SPECIES, x[p + 2 * outer]);
      s20 = x2.lanewise(VectorOperators.FMA, f0, s20);
      s21 = x2.lanewise(VectorOperators.FMA, f1, s21);
      DoubleVector x3 = DoubleVector.broadcast(SPECIES, x[p + 3 * outer]);
      s30 = x3.lanewise(VectorOperators.FMA, f0, s30);
      s31 = x3.lanewise(VectorOperators.FMA, f1, s31);
      p += inner;
      f += rank;
    }
    s00.intoArray(out, o);
    s01.intoArray(out, o + last);
    s10.intoArray(out, o1);
    s11.intoArray(out, o1 + last);
    s20.intoArray(out, o2);
    s21.intoArray(out, o2 + last);
    s30.intoArray(out, o3);
    s31.intoArray(out, o3 + last);
  }

  private static void tile4x3(
      double[] x,
      int xo,
      int outer,
      int inner,
      int steps,
      double[] factor,
      int fo,
      int rank,
      double[] out,
      int o,
      int last) {
    int o1 = o + rank;
    int o2 = o1 + rank;
    int o3 = o2 + rank;
    DoubleVector s00 = DoubleVector.fromArray(SPECIES, out, o);
    DoubleVector s01 = DoubleVector.fromArray(SPECIES, out, o + LANES);
    DoubleVector s02 = DoubleVector.fromArray(SPECIES, out, o + last);
    DoubleVector s10 = DoubleVector.fromArray(SPECIES, out, o1);
    DoubleVector s11 = DoubleVector.fromArray(SPECIES, out, o1 + LANES);
    DoubleVector s12 = DoubleVector.fromArray(SPECIES, out, o1 + last);
    DoubleVector s20 = DoubleVector.fromArray(SPECIES, out, o2);
    DoubleVector s21 = DoubleVector.fromArray(SPECIES, out, o2 + LANES);
    DoubleVector s22 = DoubleVector.fromArray(SPECIES, out, o2 + last);
    DoubleVector s30 = DoubleVector.fromArray(SPECIES, out, o3);
    DoubleVector s31 = DoubleVector.fromArray(SPECIES, out, o3 + LANES);
    DoubleVector s32 = DoubleVector.fromArray(SPECIES, out, o3 + last);
    int p = xo;
    int f = fo;
    for (int s = 0; s < steps; s++) {
      DoubleVector f0 = DoubleVector.fromArray(SPECIES, factor, f);
      DoubleVector f1 = DoubleVector.fromArray(SPECIES, factor, f + LANES);
      DoubleVector f2 = DoubleVector.fromArray(SPECIES, factor, f + last);
      DoubleVector x0 = DoubleVector.broadcast(SPECIES, x[p]);
      s00 = x0.lanewise(VectorOperators.FMA, f0, s00);
      s01 = x0.lanewise(VectorOperators.FMA, f1, s01);
      s02 = x0.lanewise(VectorOperators.FMA, f2, s02);
      DoubleVector x1 = DoubleVector.broadcast(SPECIES, x[p + outer]);
      s10 = x1.lanewise(VectorOperators.FMA, f0, s10);
      s11 = x1.lanewise(VectorOperators.FMA, f1, s11);
      s12 = x1.lanewise(VectorOperators.FMA, f2, s12);
      DoubleVector x2 = DoubleVector.broadcast(SPECIES, x[p + 2 * outer]);
      s20 = x2.lanewise(VectorOperators.FMA, f0, s20);
      s21 = x2.lanewise(VectorOperators.FMA, f1, s21);
      s22 = x2.lanewise(VectorOperators.FMA, f2, s22);
      DoubleVector x3 = DoubleVector.broadcast(SPECIES, x[p + 3 * outer]);
      s30 = x3.lanewise(VectorOperators.FMA, f0, s30);
      s31 = x3.lanewise(VectorOperators.FMA, f1, s31);
      s32 = x3.lanewise(VectorOperators.FMA, f2, s32);
      p += inner;
      f += rank;
    }
    s00.intoArray(out, o);
    s01.intoArray(out, o + LANES);
    s02.intoArray(out, o + last);
    s10.intoArray(out, o1);
    s11.intoArray(out, o1 + LANES);
    s12.intoArray(out, o1 + last);
    s20.intoArray(out, o2);
    s21.intoArray(out, o2 + LANES);
    s22.intoArray(out, o2 + last);
    s30.intoArray(out, o3);
    s31.intoArray(out, o3 + LANES);
    s32.intoArray(out, o3 + last);
  }

  private static void tile1x1(
      double[] x,
      int xo,
      int inner,
      int steps,
      double[] factor,
      int fo,
      int rank,
      double[] out,
      int o) {
    DoubleVector s00 = DoubleVector.fromArray(SPECIES, out, o);
    int p = xo;
    int f = fo;
    for (int s = 0; s < steps; s++) {
      DoubleVector f0 = DoubleVector.fromArray(SPECIES, factor, f);
      DoubleVector x0 = DoubleVector.broadcast(SPECIES, x[p]);
      s00 = x0.lanewise(VectorOperators.FMA, f0, s00);
      p += inner;
      f += rank;
    }
    s00.intoArray(out, o);
  }

  private static void tile1x2(
      double[] x,
      int xo,
      int inner,
      int steps,
      double[] factor,
      int fo,
      int rank,
      double[] out,
      int o,
      int last) {
    DoubleVector s00 = DoubleVector.fromArray(SPECIES, out, o);
    DoubleVector s01 = DoubleVector.fromArray(SPECIES, out, o + last);
    int p = xo;
    int f = fo;
    for (int s = 0; s < steps; s++) {
      DoubleVector f0 = DoubleVector.fromArray(SPECIES, factor, f);
      DoubleVector f1 = DoubleVector.fromArray(SPECIES, factor, f + last);
      DoubleVector x0 = DoubleVector.broadcast(SPECIES, x[p]);
      s00 = x0.lanewise(VectorOperators.FMA, f0, s00);
      s01 = x0.lanewise(VectorOperators.FMA, f1, s01);
      p += inner;
      f += rank;
    }
    s00.intoArray(out, o);
    s01.intoArray(out, o + last);
  }

  private static void tile1x3(
      double[] x,
      int xo,
      int inner,
      int steps,
      double[] factor,
      int fo,
      int rank,
      double[] out,
      int o,
      int last) {
    DoubleVector s00 = DoubleVector.fromArray(SPECIES, out, o);
    DoubleVector s01 = DoubleVector.fromArray(SPECIES, out, o + LANES);
    DoubleVector s02 = DoubleVector.fromArray(SPECIES, out, o + last);
    int p = xo;
    int f = fo;
    for (int s = 0; s < steps; s++) {
      DoubleVector f0 = DoubleVector.fromArray(SPECIES, factor, f);
      DoubleVector f1 = DoubleVector.fromArray(SPECIES, factor, f + LANES);
      DoubleVector f2 = DoubleVector.fromArray(SPECIES, factor, f + last);
      DoubleVector x0 = DoubleVector.broadcast(SPECIES, x[p]);
      s00 = x0.lanewise(VectorOperators.FMA, f0, s00);
      s01 = x0.lanewise(VectorOperators.FMA, f1, s01);
      s02 = x0.lanewise(VectorOperators.FMA, f2, s02);
      p += inner;
      f += rank;
    }
    s00.intoArray(out, o);
    s01.intoArray(out, o + LANES);
    s02.intoArray(out, o + last);
  }
}
