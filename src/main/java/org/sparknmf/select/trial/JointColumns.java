package org.sparknmf.select.trial;

import java.io.Serializable;
import java.util.stream.IntStream;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.Factor;

/**
 * The positions of each trial's columns in an array in which the columns of several stand side by
 * side.
 */
final class JointColumns implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] offsets;

  /**
   * Columns side by side.
   *
   * @param widths of each trial
   */
  JointColumns(IntStream widths) {
    int[] all = widths.toArray();
    this.offsets = new int[all.length + 1];
    for (int t = 0; t < all.length; t++) {
      offsets[t + 1] = offsets[t] + all[t];
    }
  }

  /** Columns of all trials. */
  int width() {
    return offsets[offsets.length - 1];
  }

  /** The first column of a trial; of the one after the last, {@link #width}. */
  int offset(int trial) {
    return offsets[trial];
  }

  /** The columns of one trial in some rows. */
  Factor get(Factor all, int firstRow, int rows, int trial) {
    int width = offsets[trial + 1] - offsets[trial];
    double[] from = ((DoubleFactor) all).entries();
    double[] to = new double[rows * width];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(from, (firstRow + i) * width() + offsets[trial], to, i * width, width);
    }
    return DoubleFactor.of(to, width);
  }

  /** Puts the columns of one trial into some rows, modified, of all. */
  void put(Factor one, Factor all, int firstRow, int trial) {
    int width = one.rank();
    double[] from = ((DoubleFactor) one).entries();
    double[] to = ((DoubleFactor) all).entries();
    for (int i = 0; i < one.rows(); i++) {
      System.arraycopy(from, i * width, to, (firstRow + i) * width() + offsets[trial], width);
    }
  }
}
