package org.sparknmf.app.run;

import org.sparknmf.report.Pictures;
import org.sparknmf.solver.InvalidSettingException;

/** Whether the columns of X can be pixels. */
public final class ImageShape {
  private ImageShape() {}

  /**
   * Refuses a shape that X has not.
   *
   * @param columns of X
   */
  public static void require(Pictures.Shape shape, long columns) {
    if (shape.pixels() != columns) {
      throw new InvalidSettingException(
          "image-shape %s has %,d pixels and X has %,d columns: each column is one pixel; give --image-shape %s or leave it out"
              .formatted(shape, shape.pixels(), columns, example(columns)));
    }
  }

  private static String example(long columns) {
    long height = (long) Math.sqrt((double) columns);
    while (height > 1 && columns % height != 0) {
      height--;
    }
    return height + "x" + columns / Math.max(1, height);
  }
}
