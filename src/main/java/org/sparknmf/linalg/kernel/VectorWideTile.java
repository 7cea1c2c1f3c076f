package org.sparknmf.linalg.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link VectorTile} for processors with 32 vector registers: also four and five vectors of
 * components.
 */
final class VectorWideTile {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_256;
  private static final int LANES = 4;

  /** The widest tile. */
  static final int MOST_VECTORS = 5;

  private VectorWideTile() {}

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
      case 4 -> tile4x4(x, xo, outer, inner, steps, factor, fo, rank, out, o, last);
      case 5 -> tile4x5(x, xo, outer, inner, steps, factor, fo, rank, out, o, last);
      default ->
          VectorTile.rows4(vectors, x, xo, outer, inner, steps, factor, fo, rank, out, o, last);
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
      case 4 -> tile1x4(x, xo, inner, steps, factor, fo, rank, out, o, last);
      case 5 -> tile1x5(x, xo, inner, steps, factor, fo, rank, out, o, last);
      default -> VectorTile.rows1(vectors, x, xo, inner, steps, factor, fo, rank, out, o, last);
    }
  }

  private static void tile4x4(
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
    DoubleVector s02 = DoubleVector.fromArray(SPECIES, out, o + 2 * LANES);
    DoubleVector s03 = DoubleVector.fromArray(SPECIES, out, o + last);
    DoubleVector s10 = DoubleVector.fromArray(SPECIES, out, o1);
    DoubleVector s11 = DoubleVector.fromArray(SPECIES, out, o1 + LANES);
    DoubleVector s12 = DoubleVector.fromArray(SPECIES, out, o1 + 2 * LANES);
    DoubleVector s13 = DoubleVector.fromArray(SPECIES, out, o1 + last);
    DoubleVector s20 = DoubleVector.fromArray(SPECIES, out, o2);
    DoubleVector s21 = DoubleVector.fromArray(SPECIES, out, o2 + LANES);
    DoubleVector s22 = DoubleVector.fromArray(SPECIES, out, o2 + 2 * LANES);
    DoubleVector s23 = DoubleVector.fromArray(SPECIES, out, o2 + last);
    DoubleVector s30 = DoubleVector.fromArray(SPECIES, out, o3);
    DoubleVector s31 = DoubleVector.fromArray(SPECIES, out, o3 + LANES);
    DoubleVector s32 = DoubleVector.fromArray(SPECIES, out, o3 + 2 * LANES);
    DoubleVector s33 = DoubleVector.fromArray(SPECIES, out, o3 + last);
    int p = xo;
    int f = fo;
    for (int s = 0; s < steps; s++) {
      DoubleVector f0 = DoubleVector.fromArray(SPECIES, factor, f);
      DoubleVector f1 = DoubleVector.fromArray(SPECIES, factor, f + LANES);
      DoubleVector f2 = DoubleVector.fromArray(SPECIES, factor, f + 2 * LANES);
      DoubleVector f3 = DoubleVector.fromArray(SPECIES, factor, f + last);
      DoubleVector x0 = DoubleVector.broadcast(SPECIES, x[p]);
      s00 = x0.lanewise(VectorOperators.FMA, f0, s00);
      s01 = x0.lanewise(VectorOperators.FMA, f1, s01);
      s02 = x0.lanewise(VectorOperators.FMA, f2, s02);
      s03 = x0.lanewise(VectorOperators.FMA, f3, s03);
      DoubleVector x1 = DoubleVector.broadcast(SPECIES, x[p + outer]);
      s10 = x1.lanewise(VectorOperators.FMA, f0, s10);
      s11 = x1.lanewise(VectorOperators.FMA, f1, s11);
      s12 = x1.lanewise(VectorOperators.FMA, f2, s12);
      s13 = x1.lanewise(VectorOperators.FMA, f3, s13);
      DoubleVector x2 = DoubleVector.broadcast(SPECIES, x[p + 2 * outer]);
      s20 = x2.lanewise(VectorOperators.FMA, f0, s20);
      s21 = x2.lanewise(VectorOperators.FMA, f1, s21);
      s22 = x2.lanewise(VectorOperators.FMA, f2, s22);
      s23 = x2.lanewise(VectorOperators.FMA, f3, s23);
      DoubleVector x3 = DoubleVector.broadcast(SPECIES, x[p + 3 * outer]);
      s30 = x3.lanewise(VectorOperators.FMA, f0, s30);
      s31 = x3.lanewise(VectorOperators.FMA, f1, s31);
      s32 = x3.lanewise(VectorOperators.FMA, f2, s32);
      s33 = x3.lanewise(VectorOperators.FMA, f3, s33);
      p += inner;
      f += rank;
    }
    s00.intoArray(out, o);
    s01.intoArray(out, o + LANES);
    s02.intoArray(out, o + 2 * LANES);
    s03.intoArray(out, o + last);
    s10.intoArray(out, o1);
    s11.intoArray(out, o1 + LANES);
    s12.intoArray(out, o1 + 2 * LANES);
    s13.intoArray(out, o1 + last);
    s20.intoArray(out, o2);
    s21.intoArray(out, o2 + LANES);
    s22.intoArray(out, o2 + 2 * LANES);
    s23.intoArray(out, o2 + last);
    s30.intoArray(out, o3);
    s31.intoArray(out, o3 + LANES);
    s32.intoArray(out, o3 + 2 * LANES);
    s33.intoArray(out, o3 + last);
  }

  private static void tile4x5(
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
    DoubleVector s02 = DoubleVector.fromArray(SPECIES, out, o + 2 * LANES);
    DoubleVector s03 = DoubleVector.fromArray(SPECIES, out, o + 3 * LANES);
    DoubleVector s04 = DoubleVector.fromArray(SPECIES, out, o + last);
    DoubleVector s10 = DoubleVector.fromArray(SPECIES, out, o1);
    DoubleVector s11 = DoubleVector.fromArray(SPECIES, out, o1 + LANES);
    DoubleVector s12 = DoubleVector.fromArray(SPECIES, out, o1 + 2 * LANES);
    DoubleVector s13 = DoubleVector.fromArray(SPECIES, out, o1 + 3 * LANES);
    DoubleVector s14 = DoubleVector.fromArray(SPECIES, out, o1 + last);
    DoubleVector s20 = DoubleVector.fromArray(SPECIES, out, o2);
    DoubleVector s21 = DoubleVector.fromArray(SPECIES, out, o2 + LANES);
    DoubleVector s22 = DoubleVector.fromArray(SPECIES, out, o2 + 2 * LANES);
    DoubleVector s23 = DoubleVector.fromArray(SPECIES, out, o2 + 3 * LANES);
    DoubleVector s24 = DoubleVector.fromArray(SPECIES, out, o2 + last);
    DoubleVector s30 = DoubleVector.fromArray(SPECIES, out, o3);
    DoubleVector s31 = DoubleVector.fromArray(SPECIES, out, o3 + LANES);
    DoubleVector s32 = DoubleVector.fromArray(SPECIES, out, o3 + 2 * LANES);
    DoubleVector s33 = DoubleVector.fromArray(SPECIES, out, o3 + 3 * LANES);
    DoubleVector s34 = DoubleVector.fromArray(SPECIES, out, o3 + last);
    int p = xo;
    int f = fo;
    for (int s = 0; s < steps; s++) {
      DoubleVector f0 = DoubleVector.fromArray(SPECIES, factor, f);
      DoubleVector f1 = DoubleVector.fromArray(SPECIES, factor, f + LANES);
      DoubleVector f2 = DoubleVector.fromArray(SPECIES, factor, f + 2 * LANES);
      DoubleVector f3 = DoubleVector.fromArray(SPECIES, factor, f + 3 * LANES);
      DoubleVector f4 = DoubleVector.fromArray(SPECIES, factor, f + last);
      DoubleVector x0 = DoubleVector.broadcast(SPECIES, x[p]);
      s00 = x0.lanewise(VectorOperators.FMA, f0, s00);
      s01 = x0.lanewise(VectorOperators.FMA, f1, s01);
      s02 = x0.lanewise(VectorOperators.FMA, f2, s02);
      s03 = x0.lanewise(VectorOperators.FMA, f3, s03);
      s04 = x0.lanewise(VectorOperators.FMA, f4, s04);
      DoubleVector x1 = DoubleVector.broadcast(SPECIES, x[p + outer]);
      s10 = x1.lanewise(VectorOperators.FMA, f0, s10);
      s11 = x1.lanewise(VectorOperators.FMA, f1, s11);
      s12 = x1.lanewise(VectorOperators.FMA, f2, s12);
      s13 = x1.lanewise(VectorOperators.FMA, f3, s13);
      s14 = x1.lanewise(VectorOperators.FMA, f4, s14);
      DoubleVector x2 = DoubleVector.broadcast(SPECIES, x[p + 2 * outer]);
      s20 = x2.lanewise(VectorOperators.FMA, f0, s20);
      s21 = x2.lanewise(VectorOperators.FMA, f1, s21);
      s22 = x2.lanewise(VectorOperators.FMA, f2, s22);
      s23 = x2.lanewise(VectorOperators.FMA, f3, s23);
      s24 = x2.lanewise(VectorOperators.FMA, f4, s24);
      DoubleVector x3 = DoubleVector.broadcast(SPECIES, x[p + 3 * outer]);
      s30 = x3.lanewise(VectorOperators.FMA, f0, s30);
      s31 = x3.lanewise(VectorOperators.FMA, f1, s31);
      s32 = x3.lanewise(VectorOperators.FMA, f2, s32);
      s33 = x3.lanewise(VectorOperators.FMA, f3, s33);
      s34 = x3.lanewise(VectorOperators.FMA, f4, s34);
      p += inner;
      f += rank;
    }
    s00.intoArray(out, o);
    s01.intoArray(out, o + LANES);
    s02.intoArray(out, o + 2 * LANES);
    s03.intoArray(out, o + 3 * LANES);
    s04.intoArray(out, o + last);
    s10.intoArray(out, o1);
    s11.intoArray(out, o1 + LANES);
    s12.intoArray(out, o1 + 2 * LANES);
    s13.intoArray(out, o1 + 3 * LANES);
    s14.intoArray(out, o1 + last);
    s20.intoArray(out, o2);
    s21.intoArray(out, o2 + LANES);
    s22.intoArray(out, o2 + 2 * LANES);
    s23.intoArray(out, o2 + 3 * LANES);
    s24.intoArray(out, o2 + last);
    s30.intoArray(out, o3);
    s31.intoArray(out, o3 + LANES);
    s32.intoArray(out, o3 + 2 * LANES);
    s33.intoArray(out, o3 + 3 * LANES);
    s34.intoArray(out, o3 + last);
  }

  private static void tile1x4(
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
    DoubleVector s02 = DoubleVector.fromArray(SPECIES, out, o + 2 * LANES);
    DoubleVector s03 = DoubleVector.fromArray(SPECIES, out, o + last);
    int p = xo;
    int f = fo;
    for (int s = 0; s < steps; s++) {
      DoubleVector f0 = DoubleVector.fromArray(SPECIES, factor, f);
      DoubleVector f1 = DoubleVector.fromArray(SPECIES, factor, f + LANES);
      DoubleVector f2 = DoubleVector.fromArray(SPECIES, factor, f + 2 * LANES);
      DoubleVector f3 = DoubleVector.fromArray(SPECIES, factor, f + last);
      DoubleVector x0 = DoubleVector.broadcast(SPECIES, x[p]);
      s00 = x0.lanewise(VectorOperators.FMA, f0, s00);
      s01 = x0.lanewise(VectorOperators.FMA, f1, s01);
      s02 = x0.lanewise(VectorOperators.FMA, f2, s02);
      s03 = x0.lanewise(VectorOperators.FMA, f3, s03);
      p += inner;
      f += rank;
    }
    s00.intoArray(out, o);
    s01.intoArray(out, o + LANES);
    s02.intoArray(out, o + 2 * LANES);
    s03.intoArray(out, o + last);
  }

  private static void tile1x5(
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
    DoubleVector s02 = DoubleVector.fromArray(SPECIES, out, o + 2 * LANES);
    DoubleVector s03 = DoubleVector.fromArray(SPECIES, out, o + 3 * LANES);
    DoubleVector s04 = DoubleVector.fromArray(SPECIES, out, o + last);
    int p = xo;
    int f = fo;
    for (int s = 0; s < steps; s++) {
      DoubleVector f0 = DoubleVector.fromArray(SPECIES, factor, f);
      DoubleVector f1 = DoubleVector.fromArray(SPECIES, factor, f + LANES);
      DoubleVector f2 = DoubleVector.fromArray(SPECIES, factor, f + 2 * LANES);
      DoubleVector f3 = DoubleVector.fromArray(SPECIES, factor, f + 3 * LANES);
      DoubleVector f4 = DoubleVector.fromArray(SPECIES, factor, f + last);
      DoubleVector x0 = DoubleVector.broadcast(SPECIES, x[p]);
      s00 = x0.lanewise(VectorOperators.FMA, f0, s00);
      s01 = x0.lanewise(VectorOperators.FMA, f1, s01);
      s02 = x0.lanewise(VectorOperators.FMA, f2, s02);
      s03 = x0.lanewise(VectorOperators.FMA, f3, s03);
      s04 = x0.lanewise(VectorOperators.FMA, f4, s04);
      p += inner;
      f += rank;
    }
    s00.intoArray(out, o);
    s01.intoArray(out, o + LANES);
    s02.intoArray(out, o + 2 * LANES);
    s03.intoArray(out, o + 3 * LANES);
    s04.intoArray(out, o + last);
  }
}
