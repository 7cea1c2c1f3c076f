package org.sparknmf.linalg.kernel;

import jdk.incubator.vector.DoubleVector;

/** Dense products cut into tiles of rows by vectors, and into steps that the first cache holds. */
final class VectorDense {
  private static final int LANES = 4;
  private static final int TILE_ROWS = 4;

  /** Bytes of the factor that all tiles read before the next steps: three quarters of a cache. */
  static final int STEP_BYTES = 24_000;

  /**
   * The most vectors of a tile: those of 512 bits come with 32 registers, enough for 20 sums; else
   * there are 16.
   */
  private static final int MOST_VECTORS =
      DoubleVector.SPECIES_PREFERRED.length() > LANES ? VectorWideTile.MOST_VECTORS : 3;

  private VectorDense() {}

  /**
   * out[o + r rank + c] += sum over s of x[xo + r outer + s inner] factor[fo + s rank + c], s
   * ascending.
   *
   * @param outputs number of rows r
   * @param steps number of steps s
   * @param rank number of components c, at least 4
   */
  static void product(
      double[] x,
      int xo,
      int outer,
      int inner,
      int outputs,
      int steps,
      double[] factor,
      int fo,
      int rank,
      double[] out,
      int o) {
    int most = mostSteps(rank);
    for (int s = 0; s < steps; s += most) {
      int count = Math.min(most, steps - s);
      int xs = xo + s * inner;
      int fs = fo + s * rank;
      int r = 0;
      for (; r + TILE_ROWS <= outputs; r += TILE_ROWS) {
        int or = o + r * rank;
        tiles(TILE_ROWS, 0, x, xs + r * outer, outer, inner, count, factor, fs, rank, out, or);
      }
      for (; r < outputs; r++) {
        tiles(1, 0, x, xs + r * outer, outer, inner, count, factor, fs, rank, out, o + r * rank);
      }
    }
  }

  /** G += F'F: the tiles on and above the diagonal, then the mirror image below it. */
  static void gram(double[] factor, int from, int rows, int rank, double[] gram) {
    int most = mostSteps(rank);
    for (int s = 0; s < rows; s += most) {
      int count = Math.min(most, rows - s);
      int fs = from + s * rank;
      int r = 0;
      for (; r + TILE_ROWS <= rank; r += TILE_ROWS) {
        tiles(TILE_ROWS, r, factor, fs + r, 1, rank, count, factor, fs, rank, gram, r * rank);
      }
      for (; r < rank; r++) {
        int c = rank - LANES;
        tiles(1, c, factor, fs + r, 1, rank, count, factor, fs, rank, gram, r * rank);
      }
    }
    for (int i = 1; i < rank; i++) {
      for (int j = 0; j < i; j++) {
        gram[i * rank + j] = gram[j * rank + i];
      }
    }
  }

  private static int mostSteps(int rank) {
    return Math.max(STEP_BYTES / (rank * Double.BYTES), LANES);
  }

  /** One or four output rows, from component {@code start} (at most rank - 4) on. */
  private static void tiles(
      int height,
      int start,
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
    int width = rank - start;
    int vectors = (width + LANES - 1) / LANES;
    int chunks = (vectors + MOST_VECTORS - 1) / MOST_VECTORS;
    for (int chunk = 0; chunk < chunks; chunk++) {
      int first = vectors * chunk / chunks;
      int count = vectors * (chunk + 1) / chunks - first;
      int c = start + first * LANES;
      int last = Math.min((count - 1) * LANES, rank - LANES - c);
      int fc = fo + c;
      int oc = o + c;
      if (height == TILE_ROWS) {
        VectorWideTile.rows4(count, x, xo, outer, inner, steps, factor, fc, rank, out, oc, last);
      } else {
        VectorWideTile.rows1(count, x, xo, inner, steps, factor, fc, rank, out, oc, last);
      }
    }
  }
}
