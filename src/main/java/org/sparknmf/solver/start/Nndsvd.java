package org.sparknmf.solver.start;

import java.io.Serializable;
import org.sparknmf.linalg.Factor;

/**
 * Start values from singular vectors (Boutsidis and Gallopoulos, Pattern Recognition 41, 2008), as
 * scikit-learn's {@code nndsvd}, {@code nndsvda} and {@code nndsvdar}.
 *
 * <p>The first component is sqrt(sigma) (|u|, |v|). Of each further pair either the positive parts
 * or the negative parts are taken, those whose norms have the larger product p (the negative ones
 * if equal): sqrt(sigma p) (u+ / ||u+||, v+ / ||v+||).
 *
 * <p>Entries below 1e-6 sqrt(mean(X)) become zero. scikit-learn cuts at 1e-6 whatever X is; here,
 * where the two agree for mean 1, c X has the start values of X times sqrt(c). What fills zeros is
 * proportional to mean(X), not to its root, as it is there.
 */
public final class Nndsvd implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double CUT = 1e-6;
  private static final double RANDOM_FILL = 1e-2;

  /** Farther from 1 than this is no squared length of a singular vector, but rounding. */
  private static final double LENGTH_TOLERANCE = 0.1;

  private final SingularTriplets triplets;
  private final double[] wScales;
  private final double[] hScales;
  private final double mean;
  private final ZeroFill fill;
  private final long seed;

  /**
   * Start values for one factorization.
   *
   * @param triplets of X
   * @param wParts {@link SingularTriplets#addPartNorms} over all rows of W, not modified
   * @param hParts the same over all rows of H', not modified
   * @param mean mean over all cells of X
   * @param fill what stands where the start values are zero
   * @param seed the run's seed, for random ones
   */
  public Nndsvd(
      SingularTriplets triplets,
      double[] wParts,
      double[] hParts,
      double mean,
      ZeroFill fill,
      long seed) {
    int rank = triplets.rank();
    this.triplets = triplets;
    this.mean = mean;
    this.fill = fill;
    this.seed = seed;
    this.wScales = new double[2 * rank];
    this.hScales = new double[2 * rank];
    for (int c = 0; c < rank; c++) {
      if (!isUnit(wParts, c) || !isUnit(hParts, c)) {
        continue;
      }
      if (c == 0) {
        double scale = Math.sqrt(triplets.value(0));
        wScales[0] = scale;
        hScales[0] = scale;
        wScales[rank] = scale;
        hScales[rank] = scale;
      } else {
        double positive = wParts[c] * hParts[c];
        double negative = wParts[rank + c] * hParts[rank + c];
        int part = positive > negative ? c : rank + c;
        wScales[part] = scale(triplets.value(c), wParts[part], hParts[part]);
        hScales[part] = scale(triplets.value(c), hParts[part], wParts[part]);
      }
    }
  }

  private static boolean isUnit(double[] parts, int component) {
    double square = parts[component] + parts[parts.length / 2 + component];
    return Math.abs(square - 1) <= LENGTH_TOLERANCE;
  }

  /** sqrt(sigma ||own|| ||other||) / ||own||, given the squared norms. */
  private static double scale(double sigma, double ownSquare, double otherSquare) {
    if (ownSquare == 0 || otherSquare == 0) {
      return 0;
    }
    return Math.sqrt(sigma * Math.sqrt(otherSquare) / Math.sqrt(ownSquare));
  }

  /**
   * Writes start values of consecutive rows.
   *
   * @param side which factor the rows are of
   * @param factor W or H' (l columns) that the triplets map, not modified
   * @param firstRow first row there
   * @param count how many
   * @param globalRow number of that row in the whole factor
   * @param start start values (k columns), overwritten in its first {@code count} rows
   */
  public void startRows(
      RandomStart.FactorName side,
      Factor factor,
      int firstRow,
      int count,
      long globalRow,
      Factor start) {
    boolean ofW = side == RandomStart.FactorName.W;
    double[] scales = ofW ? wScales : hScales;
    HashNormal normal =
        new HashNormal(seed, ofW ? HashNormal.Purpose.FILL_W : HashNormal.Purpose.FILL_H);
    int rank = triplets.rank();
    double cut = CUT * Math.sqrt(mean);
    double[] entries = new double[rank];
    triplets.forEachRow(
        side,
        factor,
        firstRow,
        count,
        (row, vectors, offset) -> {
          for (int c = 0; c < rank; c++) {
            double vector = vectors[offset + c];
            double entry = Math.abs(vector) * scales[vector > 0 ? c : rank + c];
            boolean zero = entry < cut || entry == 0;
            entries[c] = zero ? filler(normal, globalRow + row, c) : entry;
          }
          start.write(row, 1, entries);
        });
  }

  private double filler(HashNormal normal, long row, int component) {
    return switch (fill) {
      case NONE -> 0;
      case MEAN -> mean;
      case RANDOM -> Math.abs(normal.at(row, component)) * mean * RANDOM_FILL;
    };
  }
}
