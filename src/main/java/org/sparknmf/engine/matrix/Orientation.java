package org.sparknmf.engine.matrix;

/** Which side of X is cut into segments; the factor of the other side travels. */
public enum Orientation {
  /** X is cut by rows, H travels. */
  ROWS,
  /** X is cut by columns: its transpose is factorised, W travels. */
  COLUMNS;

  /** A side is worth turning X for when it is so many times as long as the other. */
  private static final double WORTH = 2;

  /** The orientation in which the shorter factor travels, unless both are much alike. */
  public static Orientation forShape(long rows, long columns) {
    boolean fits = rows <= Integer.MAX_VALUE - 8L;
    return fits && columns > WORTH * rows ? COLUMNS : ROWS;
  }
}
