package org.sparknmf.linalg;

import java.util.stream.IntStream;

/**
 * G = L L' for a Gram matrix G = F'F (k x k), the column of F that is farthest from the span of
 * those before it first (Higham, Accuracy and Stability of Numerical Algorithms, 2002, section
 * 10.3).
 *
 * <p>A column of F counts as dependent when so little of its own length is left that rounding may
 * have made it: how long other columns are does not matter.
 */
public final class PivotedCholesky {
  /** Four units of rounding. */
  private static final double DEPENDENT = 0x1p-50;

  private final int size;
  private final int rank;
  private final int[] pivots;
  private final double[] lower;

  private PivotedCholesky(int size, int rank, int[] pivots, double[] lower) {
    this.size = size;
    this.rank = rank;
    this.pivots = pivots;
    this.lower = lower;
  }

  /**
   * Factorizes a symmetric matrix.
   *
   * @param gram G in its first {@code size * size} entries, not modified
   * @param size k
   */
  public static PivotedCholesky of(double[] gram, int size) {
    double[] lower = new double[size * size];
    double[] left = new double[size];
    int[] order = IntStream.range(0, size).toArray();
    for (int i = 0; i < size; i++) {
      left[i] = gram[i * size + i];
    }
    int rank = 0;
    while (rank < size) {
      int best = farthest(gram, size, left, order, rank);
      if (best < 0) {
        break;
      }
      int pivot = order[best];
      order[best] = order[rank];
      order[rank] = pivot;
      double diagonal = Math.sqrt(left[pivot]);
      lower[pivot * size + rank] = diagonal;
      for (int t = rank + 1; t < size; t++) {
        int i = order[t];
        double entry =
            (gram[i * size + pivot] - dot(lower, i * size, pivot * size, rank)) / diagonal;
        lower[i * size + rank] = entry;
        left[i] = Math.fma(-entry, entry, left[i]);
      }
      rank++;
    }
    return new PivotedCholesky(size, rank, order, lower);
  }

  private static int farthest(double[] gram, int size, double[] left, int[] order, int from) {
    int best = -1;
    for (int t = from; t < size; t++) {
      int i = order[t];
      boolean independent = left[i] > DEPENDENT * gram[i * size + i];
      if (independent && (best < 0 || left[i] > left[order[best]])) {
        best = t;
      }
    }
    return best;
  }

  private static double dot(double[] a, int from, int other, int count) {
    double sum = 0;
    for (int p = 0; p < count; p++) {
      sum = Math.fma(a[from + p], a[other + p], sum);
    }
    return sum;
  }

  /** How many columns of F are independent. */
  public int rank() {
    return rank;
  }

  /** L' (rank x k), row-major: row r is column r of L, its entries in the order of G. */
  double[] transposedFactor() {
    double[] rows = new double[rank * size];
    for (int r = 0; r < rank; r++) {
      for (int i = 0; i < size; i++) {
        rows[r * size + i] = lower[i * size + r];
      }
    }
    return rows;
  }

  /**
   * M (k x k), row-major, for which F M has orthonormal columns that span those of F; where the
   * rank is less than k the last columns of M are zero.
   */
  public double[] orthonormalizer() {
    double[] inverse = inverse();
    double[] map = new double[size * size];
    for (int r = 0; r < rank; r++) {
      for (int s = 0; s <= r; s++) {
        map[pivots[s] * size + r] = inverse[r * size + s];
      }
    }
    return map;
  }

  /** The inverse of the independent rows of L in pivot order, lower triangular. */
  private double[] inverse() {
    double[] inverse = new double[rank * size];
    for (int r = 0; r < rank; r++) {
      int row = r * size;
      int lowerRow = pivots[r] * size;
      double diagonal = lower[lowerRow + r];
      for (int u = 0; u < r; u++) {
        double entry = -lower[lowerRow + u];
        for (int s = 0; s <= u; s++) {
          inverse[row + s] = Math.fma(entry, inverse[u * size + s], inverse[row + s]);
        }
      }
      inverse[row + r] = 1;
      for (int s = 0; s <= r; s++) {
        inverse[row + s] /= diagonal;
      }
    }
    return inverse;
  }
}
