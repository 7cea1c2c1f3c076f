package org.sparknmf.solver.nnls;

import java.util.Arrays;

/**
 * Sets of small numbers, one for each of some rows, and the order that brings equal ones together.
 */
final class PassiveSets {
  private final int words;
  private final long[] bits;
  private final long[] order;

  /** Empty sets of numbers from 0 to {@code largest}. */
  PassiveSets(int rows, int largest) {
    this.words = largest / Long.SIZE + 1;
    this.bits = new long[rows * words];
    this.order = new long[rows];
  }

  /** Takes everything out of a row's set. */
  void clear(int row) {
    Arrays.fill(bits, row * words, (row + 1) * words, 0);
  }

  /** Whether a row's set has a number. */
  boolean has(int row, int number) {
    return (bits[row * words + number / Long.SIZE] & 1L << number) != 0;
  }

  /** Puts a number in where it is missing, takes it out where it is not. */
  void flip(int row, int number) {
    bits[row * words + number / Long.SIZE] ^= 1L << number;
  }

  /** Whether two rows have the same set. */
  boolean equal(int row, int other) {
    return Arrays.equals(
        bits, row * words, (row + 1) * words, bits, other * words, (other + 1) * words);
  }

  /** Reorders the first rows of a list so that rows of equal sets are neighbours, nearly always. */
  void group(int[] rows, int count) {
    for (int i = 0; i < count; i++) {
      order[i] = (long) hash(rows[i]) << Integer.SIZE | rows[i];
    }
    Arrays.sort(order, 0, count);
    for (int i = 0; i < count; i++) {
      rows[i] = (int) order[i];
    }
  }

  private int hash(int row) {
    long hash = 0;
    for (int w = row * words; w < (row + 1) * words; w++) {
      hash = (hash ^ bits[w]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> Integer.SIZE;
    }
    return (int) hash;
  }
}
