package io.github.sparknmf.linalg;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Many scalar products with one row: four sums side by side, which the caller adds up. */
final class VectorDots {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_256;
  private static final int LANES = 4;

  private VectorDots() {}

  /**
   * sums[4 (p - from) + l] = sum of own[o + c] factor[base + ids[p] rank + c] over c = l, l + 4,
   * ..., as far as whole vectors go.
   */
  static void partial(
      int[] ids,
      int from,
      int to,
      double[] own,
      int o,
      double[] factor,
      int base,
      int rank,
      double[] sums) {
    int whole = rank - rank % LANES;
    for (int p = from; p < to; p++) {
      int f = base + ids[p] * rank;
      DoubleVector sum =
          DoubleVector.fromArray(SPECIES, own, o).mul(DoubleVector.fromArray(SPECIES, factor, f));
      for (int c = LANES; c < whole; c += LANES) {
        sum =
            DoubleVector.fromArray(SPECIES, own, o + c)
                .lanewise(VectorOperators.FMA, DoubleVector.fromArray(SPECIES, factor, f + c), sum);
      }
      sum.intoArray(sums, (p - from) * LANES);
    }
  }
}
