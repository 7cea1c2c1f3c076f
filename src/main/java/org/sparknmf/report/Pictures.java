package org.sparknmf.report;

import java.util.List;

/**
 * Components and rows as pictures: each column of X is a pixel.
 *
 * @param shape how the pixels lie
 * @param components the rows of H, in the order of {@code components/}
 * @param pixels the order of the columns: which one is drawn first, second, ...
 */
public record Pictures(Shape shape, List<List<Double>> components, List<Integer> pixels) {

  /** The most pixels a picture may have. */
  public static final int MOST_PIXELS = 1 << 14;

  /** Rows and columns of pixels. */
  public record Shape(int height, int width) {

    /** How many there are. */
    public int pixels() {
      return Math.multiplyExact(height, width);
    }

    @Override
    public String toString() {
      return height + "x" + width;
    }
  }
}
