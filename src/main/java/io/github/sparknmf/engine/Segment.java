package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.CsrMatrix;
import io.github.sparknmf.linalg.MatrixBlock;
import io.github.sparknmf.linalg.MatrixBlocks;
import java.io.Serializable;
import java.util.Arrays;

/** Consecutive rows of X whose sums are added up one after the other. */
final class Segment implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int index;
  private final long firstRow;
  private final int rows;
  private final RowBlock[] blocks;
  private final SegmentSummary summary;

  private Segment(int index, long firstRow, int rows, RowBlock[] blocks, SegmentSummary summary) {
    this.index = index;
    this.firstRow = firstRow;
    this.rows = rows;
    this.blocks = blocks;
    this.summary = summary;
  }

  /** Cuts a segment's rows into blocks of at most {@code blockRows}. */
  static Segment of(int index, long firstRow, CsrMatrix matrix, int blockRows, long entries) {
    int count = Math.max(1, (matrix.rows() + blockRows - 1) / blockRows);
    RowBlock[] blocks = new RowBlock[count];
    for (int b = 0; b < count; b++) {
      int from = b * blockRows;
      int to = Math.min(from + blockRows, matrix.rows());
      blocks[b] = new RowBlock(from, MatrixBlocks.of(matrix.slice(from, to)));
    }
    SegmentSummary summary = SegmentSummary.of(firstRow, matrix, entries);
    return new Segment(index, firstRow, matrix.rows(), blocks, summary);
  }

  int index() {
    return index;
  }

  /** Global number of the first row. */
  long firstRow() {
    return firstRow;
  }

  int rows() {
    return rows;
  }

  RowBlock[] blocks() {
    return blocks;
  }

  /** Bytes of the blocks' arrays. */
  long bytes() {
    return Arrays.stream(blocks).mapToLong(block -> block.x().bytes()).sum();
  }

  SegmentSummary summary() {
    return summary;
  }

  /** A block and where in its segment it begins. */
  static final class RowBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int start;
    private final MatrixBlock x;

    RowBlock(int start, MatrixBlock x) {
      this.start = start;
      this.x = x;
    }

    /** First row, counted within the segment. */
    int start() {
      return start;
    }

    MatrixBlock x() {
      return x;
    }
  }
}
