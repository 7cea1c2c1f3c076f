package org.sparknmf.engine.matrix;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;
import org.sparknmf.solver.SplitMix;

/**
 * A number for each row, or each column, that follows from its id alone: it stays the same whatever
 * other ids there are, and so whatever the row's number is.
 */
public interface IdKeys extends Serializable {

  /** The key of the row or column with a number. */
  int of(long number);

  /** Keys of consecutive numbers, as a hash of each. */
  static IdKeys ofConsecutive(long firstId) {
    return number -> key(firstId + number);
  }

  /** The key of an id that has a hash. */
  static int key(long hash) {
    return (int) SplitMix.mix(hash);
  }

  /** Keys that are known, by number. */
  static IdKeys of(Broadcast<int[]> keys) {
    return number -> keys.value()[Math.toIntExact(number)];
  }
}
