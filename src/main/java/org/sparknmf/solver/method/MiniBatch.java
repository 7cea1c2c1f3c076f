package org.sparknmf.solver.method;

import java.io.Serializable;
import org.sparknmf.solver.InvalidSettingException;

/**
 * Whether, and how, H is improved after each batch of rows and not only after a pass over all of X.
 *
 * @param rows about how many rows a batch has; 0 for no batches
 * @param forgetFactor what is left after a pass of the weight of what an update has seen
 */
public record MiniBatch(int rows, double forgetFactor) implements Serializable {
  /** Forget factor unless told otherwise, as in scikit-learn. */
  public static final double DEFAULT_FORGET_FACTOR = 0.7;

  /** No mini-batches: all of X at a time. */
  public static final MiniBatch OFF = new MiniBatch(0, DEFAULT_FORGET_FACTOR);

  /** Validates both values. */
  public MiniBatch {
    if (rows < 0) {
      throw new InvalidSettingException(
          "mini-batch must be off or at least 1 row, got " + rows + "; change --mini-batch");
    }
    if (!(forgetFactor >= 0 && forgetFactor <= 1)) {
      throw new InvalidSettingException(
          "forget-factor must be from 0 to 1, got " + forgetFactor + "; change --forget-factor");
    }
  }

  /** Whether there are batches at all. */
  public boolean isOn() {
    return rows > 0;
  }

  /** What is left of the weight of old sums after a batch of so many rows. */
  public double kept(long batchRows, long allRows) {
    return StrictMath.pow(forgetFactor, (double) batchRows / allRows);
  }
}
