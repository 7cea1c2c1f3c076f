package io.github.sparknmf.engine;

import java.io.Serializable;

/** The rows of W that belong to one segment of X. */
public final class SegmentFactor implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int segment;
  private final long firstRow;
  private final double[] w;

  SegmentFactor(int segment, long firstRow, double[] w) {
    this.segment = segment;
    this.firstRow = firstRow;
    this.w = w;
  }

  int segment() {
    return segment;
  }

  /** Global number of the first row. */
  public long firstRow() {
    return firstRow;
  }

  /** The rows (rows x k), row-major, not to be modified. */
  public double[] w() {
    return w;
  }
}
