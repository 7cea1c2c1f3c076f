package org.sparknmf.linalg;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Numbers that are not negative in the fewest bytes that hold them exactly: 1 each for small
 * counts, 4 for what a float holds, else 8.
 */
public final class CompactNumbers implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_COUNT = 255;

  private final int size;
  private final byte[] counts;
  private final float[] floats;
  private final double[] doubles;

  /** Copies the first numbers of an array, which is not modified. */
  public CompactNumbers(double[] numbers, int size) {
    this.size = size;
    Kind kind = kindOf(numbers, size);
    this.counts = kind == Kind.COUNT ? counts(numbers, size) : null;
    this.floats = kind == Kind.FLOAT ? floats(numbers, size) : null;
    this.doubles = kind == Kind.DOUBLE ? Arrays.copyOf(numbers, size) : null;
  }

  private enum Kind {
    COUNT,
    FLOAT,
    DOUBLE
  }

  private static Kind kindOf(double[] numbers, int size) {
    Kind kind = Kind.COUNT;
    for (int p = 0; p < size; p++) {
      double x = numbers[p];
      if ((float) x != x) {
        return Kind.DOUBLE;
      }
      if (x > MOST_COUNT || (int) x != x) {
        kind = Kind.FLOAT;
      }
    }
    return kind;
  }

  /** Whether every number is one that a float holds. */
  static boolean areFloats(double[] numbers, int size) {
    return kindOf(numbers, size) != Kind.DOUBLE;
  }

  private static byte[] counts(double[] numbers, int size) {
    byte[] copy = new byte[size];
    for (int p = 0; p < size; p++) {
      copy[p] = (byte) (int) numbers[p];
    }
    return copy;
  }

  private static float[] floats(double[] numbers, int size) {
    float[] copy = new float[size];
    for (int p = 0; p < size; p++) {
      copy[p] = (float) numbers[p];
    }
    return copy;
  }

  /** Copies the numbers {@code from <= p < to} to the beginning of an array. */
  public void copy(int from, int to, double[] target) {
    if (counts != null) {
      for (int p = from; p < to; p++) {
        target[p - from] = counts[p] & 0xFF;
      }
    } else if (floats != null) {
      for (int p = from; p < to; p++) {
        target[p - from] = floats[p];
      }
    } else {
      System.arraycopy(doubles, from, target, 0, to - from);
    }
  }

  /** Copies numbers as {@link #copy(int, int, double[])} does, in single precision. */
  void copy(int from, int to, float[] target) {
    if (counts != null) {
      for (int p = from; p < to; p++) {
        target[p - from] = counts[p] & 0xFF;
      }
    } else if (floats != null) {
      System.arraycopy(floats, from, target, 0, to - from);
    } else {
      for (int p = from; p < to; p++) {
        target[p - from] = (float) doubles[p];
      }
    }
  }

  /** Bytes of the arrays. */
  long bytes() {
    long each = counts != null ? 1 : floats != null ? Float.BYTES : Double.BYTES;
    return size * each;
  }
}
