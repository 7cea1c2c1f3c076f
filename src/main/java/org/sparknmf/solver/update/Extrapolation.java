package org.sparknmf.solver.update;

import org.sparknmf.linalg.Factor;

/**
 * The point beyond a factor F on the way from the F before, entry by entry, by which momentum goes.
 * An entry that did not change stays as it is, to the bit, and so does one that is zero.
 */
public enum Extrapolation {
  /** None: a method without momentum. */
  NONE {
    @Override
    void move(double[] now, double[] before, double weight, int length) {
      // Every entry stays where it is.
    }
  },

  /** max(0, F + weight (F - F_before)), of H alone. */
  DIFFERENCE {
    @Override
    void move(double[] now, double[] before, double weight, int length) {
      for (int p = 0; p < length; p++) {
        now[p] = Math.max(0, Math.fma(weight, now[p] - before[p], now[p]));
      }
    }
  },

  /**
   * F (F / F_before)^weight, of both factors, where each power r^a is ((1 + a) r + 1 - a) / ((1 -
   * a) r + 1 + a): its first Pade approximant around 1, which agrees with it at a = 0 and a = 1, is
   * as positive, and costs one division. The ratio r is held between 0.1 and 10.
   */
  RATIO {
    @Override
    void move(double[] now, double[] before, double weight, int length) {
      double more = 1 + weight;
      double less = 1 - weight;
      for (int p = 0; p < length; p++) {
        double f = now[p];
        if (f > 0 && before[p] > 0) {
          double old = Math.min(Math.max(before[p], LEAST * f), MOST * f);
          now[p] = f * ((more * f + less * old) / (less * f + more * old));
        }
      }
    }
  };

  private static final double LEAST = 0.1;
  private static final double MOST = 10;
  private static final int WINDOW = 256;

  abstract void move(double[] now, double[] before, double weight, int length);

  /** Whether both factors have momentum, and not H alone. */
  public boolean isOfBoth() {
    return this == RATIO;
  }

  /**
   * Fills some rows.
   *
   * @param factor F, not modified
   * @param before F as it was, not modified
   * @param weight from 0 to 1
   * @param target of F's shape and precision, modified in the rows named
   */
  public void fill(
      Factor factor, Factor before, double weight, Factor target, int firstRow, int rows) {
    int length = WINDOW * factor.rank();
    double[] now = new double[length];
    double[] old = new double[length];
    for (int i = 0; i < rows; i += WINDOW) {
      int count = Math.min(WINDOW, rows - i);
      factor.read(firstRow + i, count, now);
      before.read(firstRow + i, count, old);
      move(now, old, weight, count * factor.rank());
      target.write(firstRow + i, count, now);
    }
  }
}
