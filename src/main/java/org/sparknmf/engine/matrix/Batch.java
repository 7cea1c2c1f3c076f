package org.sparknmf.engine.matrix;

import java.io.Serializable;

/**
 * One of some batches of rows: every so many-th segment of X, so that each batch has segments in
 * all partitions, and rows from all over X. Within a batch its segments count from 0.
 *
 * @param number which one, from 0
 * @param count how many there are
 */
public record Batch(int number, int count) implements Serializable {
  /** The batch that is all of X. */
  static final Batch WHOLE = new Batch(0, 1);

  /** Whether a segment of X belongs to it. */
  public boolean holds(int segment) {
    return segment % count == number;
  }

  /** The number here of a segment of X that belongs to it. */
  public int within(int segment) {
    return segment / count;
  }

  /** The number in X of a segment here. */
  public int whole(int segment) {
    return segment * count + number;
  }

  /** How many of so many segments of X belong to it. */
  public int size(int segments) {
    return (segments - number + count - 1) / count;
  }
}
