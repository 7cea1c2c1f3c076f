package org.sparknmf.linalg;

/**
 * Walks over the cells of some stored rows, spread out from their compact form: each step gives
 * consecutive cells of one row, at most as many as the first cache holds.
 */
final class CellRuns {
  /** Cells that are spread out at a time: 24 KiB. */
  static final int SPREAD = 2048;

  final int[] ids = new int[SPREAD];

  /** The values of the cells; null where they are wanted as floats. */
  final double[] values;

  /** The same in single precision; null where they are wanted as doubles. */
  final float[] floats;

  /** The weights of the cells; null where every cell weighs 1. */
  final double[] weights;

  private final CompactRows rows;
  private final int end;
  private int r;
  private int start;
  private int stop;
  private int from;
  private int to;

  /** The cells of the stored rows {@code r0 <= r < r1}, with values of a precision. */
  CellRuns(CompactRows rows, int r0, int r1, Precision precision) {
    this.rows = rows;
    this.values = precision == Precision.DOUBLE ? new double[SPREAD] : null;
    this.floats = precision == Precision.SINGLE ? new float[SPREAD] : null;
    this.r = r0 - 1;
    this.to = rows.offset(r0);
    this.stop = to;
    this.end = rows.offset(r1);
    this.weights = rows.hasWeights() ? new double[SPREAD] : null;
  }

  /** Goes to the next run; false where there is none. */
  boolean next() {
    if (to == end) {
      return false;
    }
    if (to == stop) {
      start = to;
      stop = Math.min(start + SPREAD, end);
      if (floats == null) {
        rows.cells().copy(start, stop, ids, values);
      } else {
        rows.cells().copy(start, stop, ids, floats);
      }
      if (weights != null) {
        rows.copyWeights(start, stop, weights);
      }
    }
    from = to;
    while (r < 0 || rows.offset(r + 1) <= from) {
      r++;
    }
    to = Math.min(rows.offset(r + 1), stop);
    return true;
  }

  /** Number of the row. */
  int row() {
    return rows.rowId(r);
  }

  /** Position of the run's first cell in the arrays. */
  int from() {
    return from - start;
  }

  /** One beyond its last. */
  int to() {
    return to - start;
  }
}
