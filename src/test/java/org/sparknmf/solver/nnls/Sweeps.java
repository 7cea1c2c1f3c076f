package org.sparknmf.solver.nnls;

/** Sweeps of coordinate descent over any number of rows. */
final class Sweeps {
  private Sweeps() {}

  /** Improves each entry of some rows once; the sum of their violations, in order. */
  static double sweep(
      CoordinateDescent descent,
      double[] factor,
      int firstRow,
      int rows,
      double[] product,
      int productRow,
      double[] gram,
      RowLanes lanes) {
    double sum = 0;
    for (int i = 0; i < rows; i += RowLanes.WIDTH) {
      int count = Math.min(RowLanes.WIDTH, rows - i);
      lanes.load(factor, firstRow + i, count, product, productRow + i);
      descent.sweep(gram, lanes);
      lanes.store(factor, firstRow + i, count);
      for (int l = 0; l < count; l++) {
        sum += lanes.violation()[l];
      }
    }
    return sum;
  }
}
