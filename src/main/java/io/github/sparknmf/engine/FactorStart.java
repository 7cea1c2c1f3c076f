package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.linalg.Precision;
import java.io.Serializable;

/** Gives start values of a factor, the same for a row whoever asks. */
@FunctionalInterface
public interface FactorStart extends Serializable {

  /**
   * Fills consecutive rows.
   *
   * @param firstRow global number of the first
   * @param target row-major (rows x k), overwritten
   */
  void fill(long firstRow, double[] target);

  /** Consecutive rows as a factor (count x rank). */
  default Factor rows(long firstRow, int count, int rank, Precision precision) {
    Factor factor = Factor.zeros(precision, count, rank);
    int window = Math.max(1, Math.min(count, 1024));
    for (int i = 0; i < count; i += window) {
      int height = Math.min(window, count - i);
      double[] values = new double[height * rank];
      fill(firstRow + i, values);
      factor.write(i, height, values);
    }
    return factor;
  }
}
