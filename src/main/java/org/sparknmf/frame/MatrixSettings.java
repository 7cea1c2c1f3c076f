package org.sparknmf.frame;

import java.util.Optional;
import java.util.OptionalInt;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.GridSettings;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.InvalidMatrixException;

/**
 * How a frame becomes blocks.
 *
 * @param rank k, which the sizes of blocks follow
 * @param partitions at most this many partitions of X; empty to go by its size
 * @param resources what there is to work with
 * @param duplicates what becomes of repeated cells
 * @param precision in which X and the factors are held
 * @param orientation which side of X is cut into segments; empty to go by its shape
 * @param emptyCells what a cell of X is that is not stored
 * @param batchRows about how many rows of X a mini-batch has; 0 for none
 */
public record MatrixSettings(
    int rank,
    OptionalInt partitions,
    Resources resources,
    DuplicatePolicy duplicates,
    Precision precision,
    Optional<Orientation> orientation,
    EmptyCells emptyCells,
    int batchRows) {

  /** The layout of a matrix of so many rows, columns and stored cells. */
  public BlockGrid gridFor(long rows, long columns, long cells) {
    Orientation side = orientation.orElseGet(() -> Orientation.forShape(rows, columns));
    boolean byRows = side == Orientation.ROWS;
    long across = byRows ? columns : rows;
    if (across > Integer.MAX_VALUE - 8L) {
      throw new InvalidMatrixException(
          across
              + (byRows ? " columns" : " rows")
              + ": the side that is not cut must be below 2^31; say --orientation "
              + (byRows ? "columns" : "rows"));
    }
    int count =
        partitions.orElseGet(() -> GridSettings.partitionsFor(across, cells, rank, resources));
    GridSettings layout = new GridSettings(rank, count, precision, side, emptyCells, batchRows);
    return new BlockGrid(byRows ? rows : columns, (int) across, cells, layout);
  }
}
