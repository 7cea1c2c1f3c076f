package org.sparknmf.fit;

/**
 * How components came to be that several fits have in common.
 *
 * @param fits how many there were
 * @param components of all of them
 * @param leftOut how many of these have no counterpart in other fits
 * @param silhouette how well the others are clustered, from -1 to 1; NaN of a single cluster
 * @param found whether enough were left: else the best of the fits was kept
 */
public record Consensus(int fits, int components, int leftOut, double silhouette, boolean found) {}
