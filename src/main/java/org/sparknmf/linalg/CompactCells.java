package org.sparknmf.linalg;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Column numbers and values of many cells in the fewest bytes that hold them exactly: 2 or 4 for a
 * number, and {@link CompactNumbers} for the values.
 */
final class CompactCells implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int size;
  private final char[] shortIds;
  private final int[] longIds;
  private final CompactNumbers values;

  /**
   * Copies cells.
   *
   * @param ids column numbers below {@code columns}, not modified
   * @param values not modified
   */
  CompactCells(int[] ids, double[] values, int size, int columns) {
    this.size = size;
    boolean isShort = columns <= Character.MAX_VALUE + 1;
    this.shortIds = isShort ? shortIds(ids, size) : null;
    this.longIds = isShort ? null : Arrays.copyOf(ids, size);
    this.values = new CompactNumbers(values, size);
  }

  private static char[] shortIds(int[] ids, int size) {
    char[] copy = new char[size];
    for (int p = 0; p < size; p++) {
      copy[p] = (char) ids[p];
    }
    return copy;
  }

  /** Copies the cells {@code from <= p < to} to the beginning of two arrays. */
  void copy(int from, int to, int[] ids, double[] target) {
    copyIds(from, to, ids);
    values.copy(from, to, target);
  }

  /** Copies cells as {@link #copy(int, int, int[], double[])} does, in single precision. */
  void copy(int from, int to, int[] ids, float[] target) {
    copyIds(from, to, ids);
    values.copy(from, to, target);
  }

  private void copyIds(int from, int to, int[] ids) {
    if (shortIds == null) {
      System.arraycopy(longIds, from, ids, 0, to - from);
      return;
    }
    for (int p = from; p < to; p++) {
      ids[p - from] = shortIds[p];
    }
  }

  /** Bytes of the arrays. */
  long bytes() {
    long idBytes = shortIds != null ? Character.BYTES : Integer.BYTES;
    return size * idBytes + values.bytes();
  }
}
