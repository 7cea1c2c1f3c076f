package org.sparknmf.solver.nnls;

/**
 * U'U = A_FF for a subset F of the rows and columns of a symmetric positive semi-definite A. What
 * it gives depends on A and F alone, to the bit.
 */
public final class SubsetCholesky {
  /** A pivot below this part of its diagonal entry is rounding: n times 1e-16 is far less. */
  private static final double VANISHED = 1e-12;

  private final int[] members;
  private final double[] upper;
  private final double[] inversePivots;
  private final double[] row;
  private int size;

  /** Memory for subsets of {@code rank} components. */
  public SubsetCholesky(int rank) {
    this.members = new int[rank];
    this.upper = new double[rank * rank];
    this.inversePivots = new double[rank];
    this.row = new double[rank];
  }

  /** Begins a new subset. */
  public void clear() {
    size = 0;
  }

  /** Adds a component, larger than all before it. */
  public void add(int component) {
    members[size++] = component;
  }

  /** How many components the subset has. */
  int size() {
    return size;
  }

  /** One of its components, ascending. */
  int member(int i) {
    return members[i];
  }

  /**
   * Factorises A_FF with its diagonal multiplied by {@code 1 + ridge}.
   *
   * @param matrix A (rank x rank), not modified
   * @return false where a pivot vanishes: A_FF is singular as far as one can tell
   */
  public boolean factorize(double[] matrix, int rank, double ridge) {
    for (int i = 0; i < size; i++) {
      int length = size - i;
      int from = members[i] * rank;
      for (int c = 0; c < length; c++) {
        row[c] = matrix[from + members[i + c]];
      }
      row[0] = Math.fma(ridge, row[0], row[0]);
      double least = VANISHED * row[0];
      subtractRowsAbove(i, length);
      if (!(row[0] > least)) {
        return false;
      }
      double inverse = 1 / Math.sqrt(row[0]);
      inversePivots[i] = inverse;
      int at = i * size + i;
      for (int c = 0; c < length; c++) {
        upper[at + c] = row[c] * inverse;
      }
    }
    return true;
  }

  /** row_c -= sum over j below i of U_ji U_j,i+c, j ascending. */
  private void subtractRowsAbove(int i, int length) {
    int j = 0;
    for (; j + 4 <= i; j += 4) {
      subtractFour(upper, j * size + i, size, length, row);
    }
    for (; j < i; j++) {
      int at = j * size + i;
      addScaled(-upper[at], upper, at, length, row, 0);
    }
  }

  private static void subtractFour(double[] upper, int at, int size, int length, double[] row) {
    int at1 = at + size;
    int at2 = at1 + size;
    int at3 = at2 + size;
    double a = -upper[at];
    double b = -upper[at1];
    double c = -upper[at2];
    double d = -upper[at3];
    for (int l = 0; l < length; l++) {
      double sum = Math.fma(a, upper[at + l], row[l]);
      sum = Math.fma(b, upper[at1 + l], sum);
      sum = Math.fma(c, upper[at2 + l], sum);
      row[l] = Math.fma(d, upper[at3 + l], sum);
    }
  }

  private static void addScaled(double a, double[] from, int at, int length, double[] to, int o) {
    for (int l = 0; l < length; l++) {
      to[o + l] = Math.fma(a, from[at + l], to[o + l]);
    }
  }

  /**
   * Solves U'U x = b.
   *
   * @param b right-hand side, a number for each member from the beginning; x afterwards
   */
  public void solve(double[] b) {
    for (int j = 0; j < size; j++) {
      b[j] *= inversePivots[j];
      addScaled(-b[j], upper, j * size + j + 1, size - j - 1, b, j + 1);
    }
    for (int i = size - 1; i >= 0; i--) {
      double sum = b[i];
      int at = i * size;
      for (int j = i + 1; j < size; j++) {
        sum = Math.fma(-upper[at + j], b[j], sum);
      }
      b[i] = sum * inversePivots[i];
    }
  }
}
