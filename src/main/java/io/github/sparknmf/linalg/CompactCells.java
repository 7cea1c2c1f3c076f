package io.github.sparknmf.linalg;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Column numbers and values of many cells in the fewest bytes that hold them exactly: 2 or 4 for a
 * number; 1 for a small count, 4 for what a float holds, else 8 for a value.
 */
final class CompactCells implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_COUNT = 255;

  private final int size;
  private final char[] shortIds;
  private final int[] longIds;
  private final byte[] counts;
  private final float[] floats;
  private final double[] doubles;

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
    ValueKind kind = kindOf(values, size);
    this.counts = kind == ValueKind.COUNT ? counts(values, size) : null;
    this.floats = kind == ValueKind.FLOAT ? floats(values, size) : null;
    this.doubles = kind == ValueKind.DOUBLE ? Arrays.copyOf(values, size) : null;
  }

  private enum ValueKind {
    COUNT,
    FLOAT,
    DOUBLE
  }

  private static ValueKind kindOf(double[] values, int size) {
    ValueKind kind = ValueKind.COUNT;
    for (int p = 0; p < size; p++) {
      double x = values[p];
      if ((float) x != x) {
        return ValueKind.DOUBLE;
      }
      if (x > MOST_COUNT || (int) x != x) {
        kind = ValueKind.FLOAT;
      }
    }
    return kind;
  }

  /** Whether every value is one that a float holds. */
  static boolean areFloats(double[] values, int size) {
    return kindOf(values, size) != ValueKind.DOUBLE;
  }

  private static char[] shortIds(int[] ids, int size) {
    char[] copy = new char[size];
    for (int p = 0; p < size; p++) {
      copy[p] = (char) ids[p];
    }
    return copy;
  }

  private static byte[] counts(double[] values, int size) {
    byte[] copy = new byte[size];
    for (int p = 0; p < size; p++) {
      copy[p] = (byte) (int) values[p];
    }
    return copy;
  }

  private static float[] floats(double[] values, int size) {
    float[] copy = new float[size];
    for (int p = 0; p < size; p++) {
      copy[p] = (float) values[p];
    }
    return copy;
  }

  /** Copies the cells {@code from <= p < to} to the beginning of two arrays. */
  void copy(int from, int to, int[] ids, double[] values) {
    copyIds(from, to, ids);
    if (counts != null) {
      for (int p = from; p < to; p++) {
        values[p - from] = counts[p] & 0xFF;
      }
    } else if (floats != null) {
      for (int p = from; p < to; p++) {
        values[p - from] = floats[p];
      }
    } else {
      System.arraycopy(doubles, from, values, 0, to - from);
    }
  }

  /** The same in single precision. */
  void copy(int from, int to, int[] ids, float[] values) {
    copyIds(from, to, ids);
    if (counts != null) {
      for (int p = from; p < to; p++) {
        values[p - from] = counts[p] & 0xFF;
      }
    } else if (floats != null) {
      System.arraycopy(floats, from, values, 0, to - from);
    } else {
      for (int p = from; p < to; p++) {
        values[p - from] = (float) doubles[p];
      }
    }
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
    long valueBytes = counts != null ? 1 : floats != null ? Float.BYTES : Double.BYTES;
    return size * (idBytes + valueBytes);
  }
}
