package org.sparknmf.engine.matrix;

import java.io.Serializable;

/** The cells of a segment as they came: before zeros were forgotten and repeated ones merged. */
public final class GivenCells implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SmallestCells repeated = new SmallestCells();
  private long entries;
  private long zeros;

  /** Counts some cells, and how many of them are zeros. */
  void count(long cells, long zerosAmongThem) {
    entries += cells;
    zeros += zerosAmongThem;
  }

  long entries() {
    return entries;
  }

  long zeros() {
    return zeros;
  }

  /** Cells that came more than once, by their places in X. */
  SmallestCells repeated() {
    return repeated;
  }
}
