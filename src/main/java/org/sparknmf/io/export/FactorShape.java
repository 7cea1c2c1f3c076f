package org.sparknmf.io.export;

/**
 * The size of a factor, which some files begin with.
 *
 * @param rows how many
 * @param rank k
 * @param nonZeros entries that are not zero
 */
public record FactorShape(long rows, int rank, long nonZeros) {}
