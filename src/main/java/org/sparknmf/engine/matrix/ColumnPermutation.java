package org.sparknmf.engine.matrix;

import java.io.Serializable;
import org.sparknmf.solver.SplitMix;

/**
 * Another order of the rows for each column: a Feistel network of four rounds on the least even
 * number of bits that can count them, repeated until it lands on a row (Luby and Rackoff, SIAM
 * Journal on Computing 1988; Black and Rogaway, CT-RSA 2002). Nothing is stored or drawn.
 */
final class ColumnPermutation implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROUNDS = 4;

  private final long stream;
  private final long rows;
  private final int halfBits;

  ColumnPermutation(long seed, long rows) {
    this.stream = SplitMix.mix(seed);
    this.rows = rows;
    int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, rows - 1));
    this.halfBits = (bits + 1) / 2;
  }

  /** The new row of a cell; in each column every row is the new row of exactly one. */
  long row(long row, int column) {
    long key = SplitMix.mix(stream + SplitMix.GAMMA * (column + 1L));
    long at = row;
    do {
      at = network(at, key);
    } while (at >= rows);
    return at;
  }

  private long network(long value, long key) {
    long mask = (1L << halfBits) - 1;
    long left = value >>> halfBits;
    long right = value & mask;
    for (int round = 1; round <= ROUNDS; round++) {
      long next = left ^ (SplitMix.mix(key + SplitMix.GAMMA * round + right) & mask);
      left = right;
      right = next;
    }
    return left << halfBits | right;
  }
}
