package org.sparknmf.frame;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;

/** Maps the position that a source gives to the number of its id. */
final class PositionMap implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Broadcast<int[]> numbers;

  private PositionMap(Broadcast<int[]> numbers) {
    this.numbers = numbers;
  }

  /** Positions that are numbers already. */
  static PositionMap identity() {
    return new PositionMap(null);
  }

  /** Positions whose numbers are looked up. */
  static PositionMap of(Broadcast<int[]> numbers) {
    return new PositionMap(numbers);
  }

  long numberOf(long position) {
    return numbers == null ? position : numbers.value()[Math.toIntExact(position)];
  }
}
