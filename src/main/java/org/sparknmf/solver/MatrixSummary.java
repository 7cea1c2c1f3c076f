package org.sparknmf.solver;

import java.io.Serializable;

/**
 * What is known of X as a whole. Where cells that are not stored are unknown, sums run over the
 * stored ones, each as often as it weighs.
 *
 * @param rows m
 * @param columns n
 * @param nonZeros number of cells that are not zero; of stored cells where others are unknown
 * @param sum the sum of all cells
 * @param squaredNorm the sum of their squares
 * @param largest the largest cell
 * @param observed the sum of the weights of all known cells: m n where each is known
 * @param largestWeight the largest weight of a cell; 1 where none has a weight of its own
 */
public record MatrixSummary(
    long rows,
    int columns,
    long nonZeros,
    double sum,
    double squaredNorm,
    double largest,
    double observed,
    double largestWeight)
    implements Serializable {

  /** X with every cell known: those that are not stored are zero. */
  public MatrixSummary(
      long rows, int columns, long nonZeros, double sum, double squaredNorm, double largest) {
    this(rows, columns, nonZeros, sum, squaredNorm, largest, (double) rows * columns, 1);
  }

  /**
   * The summary of some rows of a matrix on its scale: with its mean, so that they have rules like
   * all others.
   */
  public MatrixSummary onScaleOf(MatrixSummary whole) {
    return new MatrixSummary(
        rows,
        columns,
        nonZeros,
        whole.mean() * observed,
        squaredNorm,
        largest,
        observed,
        largestWeight);
  }

  /**
   * What is known of it where only some of its cells are seen.
   *
   * @param seenSum the sum of those
   * @param seenSquares the sum of their squares
   * @param seen the sum of their weights
   */
  public MatrixSummary seeing(double seenSum, double seenSquares, double seen) {
    return new MatrixSummary(
        rows, columns, nonZeros, seenSum, seenSquares, largest, seen, largestWeight);
  }

  /** The root of the mean square of all known cells, zeros included; 0 where there are none. */
  public double rootMeanSquare() {
    return observed > 0 ? Math.sqrt(squaredNorm / observed) : 0;
  }

  /** The mean over all known cells, zeros included. */
  public double mean() {
    return sum / observed;
  }
}
