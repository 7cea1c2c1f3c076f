package org.sparknmf.engine.matrix;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.sparknmf.linalg.CsrMatrix;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.MatrixBlocks;

/** Consecutive rows of X whose sums are added up one after the other. */
public final class Segment implements Serializable {
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

  /**
   * Cuts a segment's rows into blocks.
   *
   * @param matrix the rows, not modified
   * @param given the cells as they came, for the summary
   */
  static Segment of(int index, CsrMatrix matrix, BlockGrid grid, GivenCells given) {
    long firstRow = grid.segmentStart(index);
    CsrMatrix held = matrix.rounded(grid.precision());
    RowBlock[] blocks = blocks(held, grid);
    long bytes = Arrays.stream(blocks).mapToLong(block -> block.x().bytes()).sum();
    SegmentSummary summary = new SegmentSummary(firstRow, held, given, bytes, grid.orientation());
    return new Segment(index, firstRow, matrix.rows(), blocks, summary);
  }

  private static RowBlock[] blocks(CsrMatrix matrix, BlockGrid grid) {
    int blockRows = grid.blockRows();
    boolean observed = grid.emptyCells() == EmptyCells.MISSING;
    int count = Math.max(1, (matrix.rows() + blockRows - 1) / blockRows);
    RowBlock[] blocks = new RowBlock[count];
    for (int b = 0; b < count; b++) {
      int from = b * blockRows;
      int to = Math.min(from + blockRows, matrix.rows());
      CsrMatrix part = matrix.slice(from, to);
      blocks[b] =
          new RowBlock(from, observed ? MatrixBlocks.observed(part) : MatrixBlocks.of(part));
    }
    return blocks;
  }

  /** A segment of the same rows under another number. */
  public Segment numbered(int number) {
    return new Segment(number, firstRow, rows, blocks, summary);
  }

  public int index() {
    return index;
  }

  /** Global number of the first row. */
  public long firstRow() {
    return firstRow;
  }

  /** How many rows. */
  public int rows() {
    return rows;
  }

  public RowBlock[] blocks() {
    return blocks;
  }

  /** Its rows in cache-sized pieces, in order. */
  public List<RowBlock> pieces() {
    return List.of(blocks);
  }

  /**
   * A segment of the same rows with other column numbers.
   *
   * @param columns number of columns afterwards
   * @param newNumbers gives each column's new number, in the same order
   */
  public Segment renumbered(int columns, IntUnaryOperator newNumbers) {
    RowBlock[] renumbered = new RowBlock[blocks.length];
    for (int b = 0; b < blocks.length; b++) {
      MatrixBlock block = blocks[b].x();
      // The same kind, whatever the new shape: in single precision the two round differently.
      MatrixBlock other = block.ofSameKind(block.toCsr().renumbered(columns, newNumbers));
      renumbered[b] = new RowBlock(blocks[b].start(), other);
    }
    return new Segment(index, firstRow, rows, renumbered, summary);
  }

  /** Gives its cells to a sink, each in the row where a permutation puts it. */
  void give(ColumnPermutation permutation, CellSink sink) {
    for (RowBlock block : blocks) {
      CsrMatrix cells = block.x().toCsr();
      for (int i = 0; i < cells.rows(); i++) {
        long row = firstRow + block.start() + i;
        for (int p = cells.rowStart(i); p < cells.rowStart(i + 1); p++) {
          int column = cells.columnIds()[p];
          sink.accept(permutation.row(row, column), column, cells.values()[p], cells.weight(p));
        }
      }
    }
  }

  SegmentSummary summary() {
    return summary;
  }

  /** A block and where in its segment it begins. */
  public static final class RowBlock implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int start;
    private final MatrixBlock x;

    RowBlock(int start, MatrixBlock x) {
      this.start = start;
      this.x = x;
    }

    /** First row, counted within the segment. */
    public int start() {
      return start;
    }

    /** The cells. */
    public MatrixBlock x() {
      return x;
    }
  }
}
