package org.sparknmf.solver.update;

import org.sparknmf.linalg.Factor;

/**
 * The point beyond F on the way from the F before: max(0, F + weight (F - F_before)), entry by
 * entry. An entry that did not change stays as it is, to the bit.
 */
public final class Extrapolation {
  private static final int WINDOW = 256;

  private Extrapolation() {}

  /**
   * Fills some rows.
   *
   * @param factor F, not modified
   * @param before F as it was, not modified
   * @param weight from 0 to 1
   * @param target of F's shape and precision, modified in the rows named
   */
  public static void fill(
      Factor factor, Factor before, double weight, Factor target, int firstRow, int rows) {
    int length = WINDOW * factor.rank();
    double[] now = new double[length];
    double[] old = new double[length];
    for (int i = 0; i < rows; i += WINDOW) {
      int count = Math.min(WINDOW, rows - i);
      factor.read(firstRow + i, count, now);
      before.read(firstRow + i, count, old);
      for (int p = 0; p < count * factor.rank(); p++) {
        now[p] = Math.max(0, Math.fma(weight, now[p] - old[p], now[p]));
      }
      target.write(firstRow + i, count, now);
    }
  }
}
