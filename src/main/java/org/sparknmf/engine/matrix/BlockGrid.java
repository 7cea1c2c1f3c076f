package org.sparknmf.engine.matrix;

import java.io.Serializable;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.InvalidSettingException;

/**
 * The layout of the rows of X: rows into segments, segments into cache-sized blocks, runs of
 * segments into partitions.
 *
 * <p>Segments decide the bits of every sum, so they follow from the matrix and the rank alone.
 * There are few enough that adding up one (columns x rank) array each costs little beside the
 * products, and enough that a segment is no more than some seconds of work. Blocks and partitions
 * change nothing but speed. Where H is to be improved after each batch of rows, there are segments
 * enough for each batch; a batch has a grid too, whose segments are its own.
 */
public final class BlockGrid implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The fewest segments; with fewer, two cores and a straggler are badly served. */
  private static final int FEWEST_SEGMENTS = 8;

  /**
   * Segments of a batch, enough that it has work for some cores and batches are of almost the same
   * size.
   */
  private static final int SEGMENTS_PER_BATCH = 8;

  /** The driver has an engine for each. */
  private static final int MOST_BATCHES = 4096;

  /** The most segments; with more, the driver's share of the reduction shows. */
  private static final int MOST_SEGMENTS = 1024;

  /**
   * A segment's own sum costs (columns x rank); this many cells a column make that little, also
   * where dense products are quick.
   */
  private static final long CELLS_PER_COLUMN = 1024;

  /** Cells that are work enough for a segment whatever its sums cost. */
  private static final long MOST_CELLS = 4_000_000;

  /** Bytes of a columns' factor that should not be needed as a whole. */
  private static final double LARGE_FACTOR = 512 << 20;

  /** Bytes of such a factor that one segment may touch. */
  private static final double MOST_TOUCHED = 256 << 20;

  /** A block's rows of W should stay in a core's second-level cache. */
  private static final long CACHE_BYTES = 1 << 20;

  private static final int FEWEST_BLOCK_ROWS = 64;

  private final long rows;
  private final long wholeRows;
  private final int wholeSegments;
  private final Batch batch;
  private final int batches;
  private final int columns;
  private final int rank;
  private final int segments;
  private final int blockRows;
  private final int partitions;
  private final Precision precision;
  private final Orientation orientation;
  private final EmptyCells emptyCells;

  /**
   * A grid for X (rows x columns) with so many stored cells.
   *
   * @param cells stored cells of X
   * @param settings all else
   */
  public BlockGrid(long rows, int columns, long cells, GridSettings settings) {
    this.rows = rows;
    this.columns = columns;
    this.rank = settings.rank();
    int wanted = batchCount(rows, settings.batchRows());
    this.segments = segmentCount(rows, columns, cells, rank, SEGMENTS_PER_BATCH * wanted);
    this.batches = Math.min(wanted, segments);
    this.batch = Batch.WHOLE;
    this.wholeRows = rows;
    this.wholeSegments = segments;
    this.blockRows = (int) Math.max(FEWEST_BLOCK_ROWS, CACHE_BYTES / (8L * rank));
    this.partitions = Math.max(1, Math.min(settings.partitions(), segments));
    this.precision = settings.precision();
    this.orientation = settings.orientation();
    this.emptyCells = settings.emptyCells();
  }

  private BlockGrid(BlockGrid cut, int rank, Precision precision, Batch batch) {
    this.wholeRows = cut.wholeRows;
    this.wholeSegments = cut.wholeSegments;
    this.batch = batch;
    this.batches = batch.count() == 1 ? cut.batches : 0;
    this.columns = cut.columns;
    this.rank = rank;
    this.segments = batch.size(wholeSegments);
    this.blockRows = cut.blockRows;
    this.partitions = cut.partitions;
    this.precision = precision;
    this.orientation = cut.orientation;
    this.emptyCells = cut.emptyCells;
    this.rows = batch.count() == 1 ? cut.rows : rowsOfSegments();
  }

  private long rowsOfSegments() {
    long sum = 0;
    for (int s = 0; s < segments; s++) {
      int whole = batch.whole(s);
      sum += wholeStart(whole + 1) - wholeStart(whole);
    }
    return sum;
  }

  /** A grid with the same cuts for factors of another rank and precision. */
  public BlockGrid withFactors(int newRank, Precision newPrecision) {
    return new BlockGrid(this, newRank, newPrecision, batch);
  }

  /** The grid of one of the batches of this one: its segments are numbered anew. */
  public BlockGrid of(Batch part) {
    return new BlockGrid(this, rank, precision, part);
  }

  /** How many batches the rows are cut into; 0 where H is to see all rows at once. */
  public int batches() {
    return batches;
  }

  /**
   * The number of batches whose size comes nearest to {@code batchRows} rows; 0 without batches.
   */
  private static int batchCount(long rows, int batchRows) {
    if (batchRows == 0) {
      return 0;
    }
    long count = Math.max(1, Math.round((double) rows / batchRows));
    if (count > MOST_BATCHES) {
      throw new InvalidSettingException(
          "mini-batch must give at most %d batches, got %d rows for %d; say --mini-batch %d or more"
              .formatted(MOST_BATCHES, batchRows, count, (rows - 1) / MOST_BATCHES + 1));
    }
    return (int) count;
  }

  private static int segmentCount(long rows, int columns, long cells, int rank, int least) {
    long byCost = cells / (CELLS_PER_COLUMN * columns);
    long byWork = cells / MOST_CELLS;
    long wanted = Math.min(Math.max(Math.max(byCost, byWork), FEWEST_SEGMENTS), MOST_SEGMENTS);
    long byArraySize = rows * rank / (Integer.MAX_VALUE / 2) + 1;
    long byMemory = Math.max(byArraySize, byTouchedColumns(columns, cells, rank));
    return powerOfTwo(Math.max(Math.max(wanted, byMemory), least), rows);
  }

  /**
   * The number of segments, where the columns' factor is large, at which none touches too much of
   * it: it touches no more columns than it has cells.
   */
  private static long byTouchedColumns(int columns, long cells, int rank) {
    double row = 8.0 * rank;
    if (row * columns <= LARGE_FACTOR) {
      return 1;
    }
    double touched = row * Math.min((double) cells, (double) MOST_SEGMENTS * columns);
    return (long) Math.ceil(touched / MOST_TOUCHED);
  }

  /**
   * A power of two that is at least the number wanted, unless there are fewer rows: so a cut into
   * two or four partitions hands whole subtrees of the sum to each.
   */
  private static int powerOfTwo(long wanted, long rows) {
    long power = 1;
    while (power < wanted && 2 * power <= rows) {
      power *= 2;
    }
    return Math.toIntExact(power);
  }

  /** m. */
  public long rows() {
    return rows;
  }

  /** n. */
  public int columns() {
    return columns;
  }

  /** k. */
  public int rank() {
    return rank;
  }

  /** The precision in which X and the factors are held. */
  public Precision precision() {
    return precision;
  }

  /** Which side of X the rows here are. */
  public Orientation orientation() {
    return orientation;
  }

  /** What a cell of X is that is not stored. */
  public EmptyCells emptyCells() {
    return emptyCells;
  }

  /** Number of segments: a power of two, at most m; any number in the grid of a batch. */
  public int segments() {
    return segments;
  }

  /** Rows of a full block. */
  public int blockRows() {
    return blockRows;
  }

  /** Number of partitions, from 1 to the number of segments. */
  public int partitions() {
    return partitions;
  }

  /** First row of a segment; that of segment {@link #segments()} of a whole grid is m. */
  public long segmentStart(int segment) {
    return wholeStart(batch.whole(segment));
  }

  private long wholeStart(int segment) {
    return Math.floorDiv(Math.multiplyExact(wholeRows, (long) segment), wholeSegments);
  }

  /** The segment that holds a row. */
  public int segmentOf(long row) {
    int segment = (int) (row * wholeSegments / wholeRows);
    while (wholeStart(segment) > row) {
      segment--;
    }
    while (wholeStart(segment + 1) <= row) {
      segment++;
    }
    return batch.within(segment);
  }

  /** First segment of a partition; that of partition {@link #partitions()} is the segment count. */
  public int firstSegment(int partition) {
    int whole = (int) ((long) wholeSegments * partition / partitions);
    return batch.size(whole);
  }

  /** The partition that holds a segment. */
  public int partitionOf(int segment) {
    int partition = (int) ((long) batch.whole(segment) * partitions / wholeSegments);
    while (firstSegment(partition + 1) <= segment) {
      partition++;
    }
    return partition;
  }

  /** How many sums a partition hands on: the complete subtrees that cover its segments. */
  public int subtreesOf(int partition) {
    int count = 0;
    long at = firstSegment(partition);
    long end = firstSegment(partition + 1);
    while (at < end) {
      long size = at == 0 ? Long.highestOneBit(end) : Long.lowestOneBit(at);
      while (at + size > end) {
        size /= 2;
      }
      at += size;
      count++;
    }
    return count;
  }
}
