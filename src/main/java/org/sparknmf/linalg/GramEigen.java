package org.sparknmf.linalg;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * G = V diag(lambda) V' for a Gram matrix G (k x k), which is symmetric and positive semidefinite.
 *
 * <p>One-sided Jacobi rotations make the columns of the Cholesky factor orthogonal; then they are
 * the eigenvectors times sqrt(lambda). Small eigenvalues keep their relative accuracy where columns
 * of very different length made G (Veselic and Hari, Numerische Mathematik 56, 1989), which methods
 * that begin with a tridiagonal matrix lose.
 */
public final class GramEigen {
  /** The most sweeps; ten are the rule. */
  private static final int MOST_SWEEPS = 60;

  private static final double ROUNDING = 0x1p-52;

  private final int size;
  private final double[] values;
  private final double[] vectors;

  /**
   * Decomposes a symmetric matrix.
   *
   * @param gram G in its first {@code size * size} entries, not modified
   * @param size k
   */
  public GramEigen(double[] gram, int size) {
    this.size = size;
    this.values = new double[size];
    this.vectors = new double[size * size];
    PivotedCholesky cholesky = PivotedCholesky.of(gram, size);
    double[] columns = cholesky.transposedFactor();
    orthogonalize(columns, cholesky.rank());
    keep(columns, cholesky.rank());
  }

  /** Eigenvalues, the largest first; not to be modified. */
  public double[] values() {
    return values;
  }

  /**
   * Entry of an eigenvector of unit length whose entry of largest magnitude, the first of several,
   * is positive. Eigenvectors of eigenvalue 0 are not computed: theirs are zeros.
   */
  public double vector(int entry, int number) {
    return vectors[number * size + entry];
  }

  private void orthogonalize(double[] columns, int count) {
    double[] squares = new double[count];
    boolean rotated = true;
    for (int sweep = 0; rotated && sweep < MOST_SWEEPS; sweep++) {
      rotated = false;
      for (int p = 0; p < count; p++) {
        squares[p] = dot(columns, p * size, p * size);
      }
      for (int p = 0; p < count; p++) {
        for (int q = p + 1; q < count; q++) {
          rotated |= rotate(columns, p, q, squares);
        }
      }
    }
  }

  /** Turns two columns in their plane until they are orthogonal; false where they were. */
  private boolean rotate(double[] columns, int p, int q, double[] squares) {
    double product = dot(columns, p * size, q * size);
    double lengths = Math.sqrt(squares[p]) * Math.sqrt(squares[q]);
    if (Math.abs(product) <= ROUNDING * size * lengths) {
      return false;
    }
    double cotangent = (squares[q] - squares[p]) / (2 * product);
    double tangent = 1 / (Math.abs(cotangent) + Math.sqrt(Math.fma(cotangent, cotangent, 1)));
    tangent = cotangent < 0 ? -tangent : tangent;
    double cosine = 1 / Math.sqrt(Math.fma(tangent, tangent, 1));
    double sine = cosine * tangent;
    turn(columns, p * size, q * size, cosine, sine);
    squares[p] = Math.max(0, Math.fma(-tangent, product, squares[p]));
    squares[q] = Math.fma(tangent, product, squares[q]);
    return true;
  }

  private void turn(double[] columns, int p, int q, double cosine, double sine) {
    for (int i = 0; i < size; i++) {
      double x = columns[p + i];
      double y = columns[q + i];
      columns[p + i] = Math.fma(cosine, x, -sine * y);
      columns[q + i] = Math.fma(sine, x, cosine * y);
    }
  }

  /** Four sums side by side, since one would wait for itself; their order is fixed. */
  private double dot(double[] columns, int p, int q) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 4 <= size; i += 4) {
      s0 = Math.fma(columns[p + i], columns[q + i], s0);
      s1 = Math.fma(columns[p + i + 1], columns[q + i + 1], s1);
      s2 = Math.fma(columns[p + i + 2], columns[q + i + 2], s2);
      s3 = Math.fma(columns[p + i + 3], columns[q + i + 3], s3);
    }
    for (; i < size; i++) {
      s0 = Math.fma(columns[p + i], columns[q + i], s0);
    }
    return (s0 + s1) + (s2 + s3);
  }

  private void keep(double[] columns, int count) {
    double[] squares = new double[count];
    for (int p = 0; p < count; p++) {
      squares[p] = dot(columns, p * size, p * size);
    }
    int[] descending =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble(p -> -squares[p]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int number = 0; number < count; number++) {
      int column = descending[number] * size;
      values[number] = squares[descending[number]];
      double signOfLargest = Math.signum(columns[column + largest(columns, column)]);
      double length = signOfLargest * Math.sqrt(values[number]);
      for (int i = 0; i < size; i++) {
        vectors[number * size + i] = length == 0 ? 0 : columns[column + i] / length;
      }
    }
  }

  private int largest(double[] columns, int column) {
    int best = 0;
    for (int i = 1; i < size; i++) {
      if (Math.abs(columns[column + i]) > Math.abs(columns[column + best])) {
        best = i;
      }
    }
    return best;
  }
}
