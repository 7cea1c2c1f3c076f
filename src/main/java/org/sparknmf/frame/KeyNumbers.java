package org.sparknmf.frame;

import java.io.Serializable;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.sparknmf.solver.InvalidMatrixException;

/**
 * Maps what stands for an id in the data to the number of the id.
 *
 * @param byKey numbers by key; null where the data has numbers or positions
 */
record KeyNumbers(Broadcast<Map<Long, Integer>> byKey) implements Serializable {

  /** Numbers that stand in the data. */
  static KeyNumbers identity() {
    return new KeyNumbers(null);
  }

  /**
   * The number of the id with a key.
   *
   * @throws InvalidMatrixException if there was no such id when they were looked for
   */
  long of(long key) {
    if (byKey == null) {
      return key;
    }
    Integer number = byKey.value().get(key);
    if (number == null) {
      throw new InvalidMatrixException(
          "an id was not there when the ids were looked for: the input changed while it was read;"
              + " start the run again once it is at rest");
    }
    return number;
  }
}
