package io.github.sparknmf.select;

import java.util.List;

/**
 * Trials that run side by side on one matrix.
 *
 * @param isPermuted whether that is X with its columns permuted
 * @param ranks ascending
 */
record TrialBatch(boolean isPermuted, List<Integer> ranks) {}
