package io.github.sparknmf.solver;

import java.io.Serializable;

/**
 * What is known of X as a whole.
 *
 * @param rows m
 * @param columns n
 * @param nonZeros number of cells that are not zero
 * @param sum the sum of all cells
 * @param squaredNorm the sum of their squares
 * @param largest the largest cell
 */
public record MatrixSummary(
    long rows, int columns, long nonZeros, double sum, double squaredNorm, double largest)
    implements Serializable {

  /** The mean over all m n cells, zeros included. */
  public double mean() {
    return sum / ((double) rows * columns);
  }

  /** The largest weight of a cell. */
  public double largestWeight() {
    return 1;
  }
}
