package io.github.sparknmf.frame;

import io.github.sparknmf.engine.GridSettings;
import io.github.sparknmf.engine.Orientation;
import io.github.sparknmf.linalg.DuplicatePolicy;
import io.github.sparknmf.linalg.Precision;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a frame becomes blocks.
 *
 * @param rank k, which the sizes of blocks follow
 * @param partitions at most this many partitions of X; empty to go by its size
 * @param parallelism how many tasks run at a time
 * @param duplicates what becomes of repeated cells
 * @param precision in which X and the factors are held
 * @param orientation which side of X is cut into segments; empty to go by its shape
 */
public record MatrixSettings(
    int rank,
    OptionalInt partitions,
    int parallelism,
    DuplicatePolicy duplicates,
    Precision precision,
    Optional<Orientation> orientation) {

  /** The layout for a matrix of so many rows, columns and stored cells. */
  GridSettings gridFor(long rows, long columns, long cells) {
    Orientation side = orientation.orElseGet(() -> Orientation.forShape(rows, columns));
    long across = side == Orientation.ROWS ? columns : rows;
    int count =
        partitions.orElseGet(() -> GridSettings.partitionsFor(across, cells, rank, parallelism));
    return new GridSettings(rank, count, precision, side);
  }
}
