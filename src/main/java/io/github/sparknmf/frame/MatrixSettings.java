package io.github.sparknmf.frame;

import io.github.sparknmf.linalg.DuplicatePolicy;
import java.util.OptionalInt;

/**
 * How a frame becomes blocks.
 *
 * @param rank k, which the sizes of blocks follow
 * @param partitions at most this many partitions of X; empty to go by its size
 * @param parallelism how many tasks run at a time
 * @param duplicates what becomes of repeated cells
 */
public record MatrixSettings(
    int rank, OptionalInt partitions, int parallelism, DuplicatePolicy duplicates) {

  /** A task should not have to hold more cells than this. */
  private static final long CELLS_PER_PARTITION = 4_000_000;

  /** How many partitions so many cells should have. */
  int partitionsFor(long cells) {
    long bySize = Math.max(parallelism, cells / CELLS_PER_PARTITION);
    return partitions.orElse((int) Math.min(bySize, Integer.MAX_VALUE));
  }
}
