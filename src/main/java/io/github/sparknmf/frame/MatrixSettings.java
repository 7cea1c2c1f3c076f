package io.github.sparknmf.frame;

import io.github.sparknmf.linalg.DuplicatePolicy;

/**
 * How a frame becomes blocks.
 *
 * @param rank k, which the sizes of blocks follow
 * @param partitions at most this many partitions of X
 * @param duplicates what becomes of repeated cells
 */
public record MatrixSettings(int rank, int partitions, DuplicatePolicy duplicates) {}
