package org.sparknmf.engine.matrix;

import org.sparknmf.engine.spark.Resources;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Precision;

/**
 * How X is to be laid out.
 *
 * @param rank k
 * @param partitions at most this many partitions; never more than segments
 * @param precision in which X and the factors are held
 * @param orientation which side of X the grid's rows are
 * @param emptyCells what a cell of X is that is not stored
 * @param batchRows about how many rows a batch has; 0 for no batches
 */
public record GridSettings(
    int rank,
    int partitions,
    Precision precision,
    Orientation orientation,
    EmptyCells emptyCells,
    int batchRows) {

  /** The most cells, nearly, that a task should have to hold. */
  private static final long CELLS_PER_PARTITION = 4_000_000;

  /**
   * The most bytes that a task should touch of a columns' factor that no machine can hold as a
   * whole.
   */
  private static final double TOUCHED_PER_PARTITION = 256 << 20;

  /**
   * How many partitions suit a matrix: as many as tasks run at a time; where that is too few, a
   * power of two, so that each hands on one complete subtree of the sums and not several.
   *
   * @param columns n, of the side that is not cut
   * @param cells stored cells
   * @param resources what there is to work with
   */
  public static int partitionsFor(long columns, long cells, int rank, Resources resources) {
    double row = 8.0 * rank;
    boolean isLarge = row * columns > resources.largestSharedFactor();
    long byTouched = isLarge ? (long) Math.ceil(row * cells / TOUCHED_PER_PARTITION) : 1;
    long bySize = Long.highestOneBit(Math.max(1, cells / CELLS_PER_PARTITION));
    long least = Math.max(bySize, Long.highestOneBit(2 * byTouched - 1));
    return (int) Math.min(Math.max(least, resources.clusterCores()), 1 << 30);
  }
}
