package org.sparknmf.engine.matrix;

/**
 * Finds the segment of one row after the other; quick where several of one segment come in turn.
 */
final class SegmentFinder {
  private final BlockGrid grid;
  private int segment;
  private long start;
  private long end;

  SegmentFinder(BlockGrid grid) {
    this.grid = grid;
  }

  /** The segment that holds a row. */
  int of(long row) {
    if (row < start || row >= end) {
      segment = grid.segmentOf(row);
      start = grid.segmentStart(segment);
      end = grid.segmentStart(segment + 1);
    }
    return segment;
  }

  /** First row of the segment found last. */
  long start() {
    return start;
  }
}
