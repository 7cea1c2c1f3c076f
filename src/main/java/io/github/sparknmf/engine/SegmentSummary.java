package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.CsrMatrix;
import java.io.Serializable;

/** What a segment adds to what is known of X as a whole. */
final class SegmentSummary implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long entries;
  private final long nonZeros;
  private final double sum;
  private final double squaredNorm;
  private final double largest;
  private final long fingerprint;
  private final long bytes;

  private SegmentSummary(
      long entries,
      long nonZeros,
      double sum,
      double squaredNorm,
      double largest,
      long fingerprint,
      long bytes) {
    this.entries = entries;
    this.nonZeros = nonZeros;
    this.sum = sum;
    this.squaredNorm = squaredNorm;
    this.largest = largest;
    this.fingerprint = fingerprint;
    this.bytes = bytes;
  }

  /**
   * Looks at a segment's cells.
   *
   * @param entries cells as given
   * @param bytes of the blocks that hold them
   */
  static SegmentSummary of(
      long firstRow, CsrMatrix matrix, long entries, long bytes, Orientation orientation) {
    double sum = 0;
    double squares = 0;
    double largest = 0;
    long fingerprint = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      for (int p = matrix.rowStart(i); p < matrix.rowStart(i + 1); p++) {
        double x = matrix.values()[p];
        sum += x;
        squares = Math.fma(x, x, squares);
        largest = Math.max(largest, x);
        fingerprint +=
            orientation == Orientation.ROWS
                ? Fingerprint.ofCell(firstRow + i, matrix.columnIds()[p], x)
                : Fingerprint.ofCell(matrix.columnIds()[p], firstRow + i, x);
      }
    }
    return new SegmentSummary(
        entries, matrix.nonZeros(), sum, squares, largest, fingerprint, bytes);
  }

  /** Bytes of the blocks' arrays. */
  long bytes() {
    return bytes;
  }

  /** Cells as given: before duplicates were merged and zeros forgotten. */
  long entries() {
    return entries;
  }

  long nonZeros() {
    return nonZeros;
  }

  double sum() {
    return sum;
  }

  double squaredNorm() {
    return squaredNorm;
  }

  double largest() {
    return largest;
  }

  long fingerprint() {
    return fingerprint;
  }
}
