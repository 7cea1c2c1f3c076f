package org.sparknmf.linalg;

/** Checks on shapes and on arrays that must not be one. */
public final class Shapes {
  private Shapes() {}

  /** Rows times columns as an array length. */
  public static int cells(int rows, int columns) {
    long cells = (long) rows * columns;
    if (cells > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          rows + " x " + columns + " cells do not fit one array of 2^31 - 9");
    }
    return (int) cells;
  }

  static void requireDistinct(double[] input, double[] output) {
    if (input == output) {
      throw new IllegalArgumentException("input and output must be two arrays");
    }
  }
}
