package org.sparknmf.engine.matrix;

import java.io.Serializable;
import java.util.Arrays;
import org.sparknmf.linalg.CsrMatrix;

/** What a segment adds to what is known of X as a whole. */
public final class SegmentSummary implements Serializable {
  private static final long serialVersionUID = 1L;

  private final GivenCells given;
  private final long nonZeros;
  private final double sum;
  private final double squaredNorm;
  private final double smallest;
  private final double largest;
  private final double observed;
  private final double largestWeight;
  private final long fingerprint;
  private final long bytes;
  private final long emptyRows;
  private final long[] firstEmptyRows;
  private final FewValues values = new FewValues();

  /**
   * Looks at a segment's cells.
   *
   * @param given the cells as they came
   * @param bytes of the blocks that hold them
   */
  SegmentSummary(
      long firstRow, CsrMatrix matrix, GivenCells given, long bytes, Orientation orientation) {
    double weightedSum = 0;
    double squares = 0;
    double smallestValue = Double.POSITIVE_INFINITY;
    double largestValue = 0;
    double weights = 0;
    double heaviest = 0;
    long hash = 0;
    int empty = 0;
    long[] firstEmpty = new long[MatrixQuality.EXAMPLES];
    for (int i = 0; i < matrix.rows(); i++) {
      if (matrix.rowStart(i) == matrix.rowStart(i + 1)) {
        if (empty < firstEmpty.length) {
          firstEmpty[empty] = firstRow + i;
        }
        empty++;
      }
      for (int p = matrix.rowStart(i); p < matrix.rowStart(i + 1); p++) {
        double x = matrix.values()[p];
        double m = matrix.weight(p);
        weightedSum += m * x;
        squares = Math.fma(m * x, x, squares);
        smallestValue = Math.min(smallestValue, x);
        largestValue = Math.max(largestValue, x);
        values.add(x, 1);
        weights += m;
        heaviest = Math.max(heaviest, m);
        hash +=
            orientation == Orientation.ROWS
                ? Fingerprint.ofCell(firstRow + i, matrix.columnIds()[p], x, m)
                : Fingerprint.ofCell(matrix.columnIds()[p], firstRow + i, x, m);
      }
    }
    this.given = given;
    this.nonZeros = matrix.nonZeros();
    this.sum = weightedSum;
    this.squaredNorm = squares;
    this.smallest = smallestValue;
    this.largest = largestValue;
    this.observed = weights;
    this.largestWeight = heaviest;
    this.fingerprint = hash;
    this.bytes = bytes;
    this.emptyRows = empty;
    this.firstEmptyRows = Arrays.copyOf(firstEmpty, Math.min(empty, firstEmpty.length));
  }

  /** Bytes of the blocks' arrays. */
  long bytes() {
    return bytes;
  }

  /** Cells as given: before duplicates were merged and zeros forgotten. */
  long entries() {
    return given.entries();
  }

  /** What is known of the cells before that. */
  GivenCells given() {
    return given;
  }

  /** Rows without a cell. */
  long emptyRows() {
    return emptyRows;
  }

  /** Numbers of the first of them, ascending; not to be modified. */
  long[] firstEmptyRows() {
    return firstEmptyRows;
  }

  long nonZeros() {
    return nonZeros;
  }

  /** The sum of the cells, each as often as it weighs. */
  double sum() {
    return sum;
  }

  /** The sum of their squares, likewise. */
  double squaredNorm() {
    return squaredNorm;
  }

  /** The smallest stored cell; infinite where there is none. */
  double smallest() {
    return smallest;
  }

  double largest() {
    return largest;
  }

  /** The sum of the weights of the stored cells. */
  double observed() {
    return observed;
  }

  /** The largest of them; 0 where no cell is stored. */
  double largestWeight() {
    return largestWeight;
  }

  long fingerprint() {
    return fingerprint;
  }

  /** The values of the stored cells. */
  FewValues values() {
    return values;
  }
}
