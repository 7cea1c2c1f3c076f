package org.sparknmf.frame;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;

/**
 * Maps the position that a source gives to the number of its id.
 *
 * @param numbers by position; null where positions are numbers already
 */
record PositionMap(Broadcast<int[]> numbers) implements Serializable {

  /** Positions that are numbers already. */
  static PositionMap identity() {
    return new PositionMap(null);
  }

  long numberOf(long position) {
    return numbers == null ? position : numbers.value()[Math.toIntExact(position)];
  }
}
