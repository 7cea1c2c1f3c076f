package org.sparknmf.solver.nnls;

/** One row's problem, written down naively: 1/2 f A f' - b f' over f at least 0. */
final class NonNegativeProblem {
  private final int rank;
  private final double[] matrix;
  private final double[] right;

  /** A = G + l2 I, b = row of P - l1. */
  NonNegativeProblem(double[] gram, double[] product, int row, int rank, double l1, double l2) {
    this.rank = rank;
    this.matrix = new double[rank * rank];
    this.right = new double[rank];
    System.arraycopy(gram, 0, matrix, 0, matrix.length);
    for (int t = 0; t < rank; t++) {
      matrix[t * rank + t] += l2;
      right[t] = product[row * rank + t] - l1;
    }
  }

  double gradient(double[] f, int row, int t) {
    double sum = -right[t];
    for (int r = 0; r < rank; r++) {
      sum += matrix[t * rank + r] * f[row * rank + r];
    }
    return sum;
  }

  double objective(double[] f, int row) {
    double sum = 0;
    for (int t = 0; t < rank; t++) {
      sum += f[row * rank + t] * (gradient(f, row, t) - right[t]) / 2;
    }
    return sum;
  }

  /** The largest |projected gradient|, as a part of the largest |b|. */
  double violation(double[] f, int row) {
    double violation = 0;
    double size = Double.MIN_NORMAL;
    for (int t = 0; t < rank; t++) {
      double slope = gradient(f, row, t);
      double projected = f[row * rank + t] == 0 ? Math.min(0, slope) : slope;
      violation = Math.max(violation, Math.abs(projected));
      size = Math.max(size, Math.abs(right[t]));
    }
    return violation / size;
  }

  /** The best of all passive sets; A must be definite. */
  double[] bruteForce() {
    double[] best = new double[rank];
    for (int set = 1; set < 1 << rank; set++) {
      double[] f = solve(set);
      boolean feasible = true;
      for (double entry : f) {
        feasible &= entry >= 0;
      }
      if (feasible && objective(f, 0) < objective(best, 0)) {
        best = f;
      }
    }
    return best;
  }

  /** Gauss and Jordan on the members of the set; the others are 0. */
  private double[] solve(int set) {
    double[] a = matrix.clone();
    double[] f = right.clone();
    for (int p = 0; p < rank; p++) {
      if ((set >> p & 1) == 0) {
        f[p] = 0;
        continue;
      }
      for (int i = 0; i < rank; i++) {
        if (i != p && (set >> i & 1) == 1) {
          double factor = a[i * rank + p] / a[p * rank + p];
          for (int j = 0; j < rank; j++) {
            a[i * rank + j] -= factor * a[p * rank + j];
          }
          f[i] -= factor * f[p];
        }
      }
    }
    for (int p = 0; p < rank; p++) {
      f[p] = (set >> p & 1) == 0 ? 0 : f[p] / a[p * rank + p];
    }
    return f;
  }
}
