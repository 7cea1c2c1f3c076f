package org.sparknmf.select.trial;

import java.io.Serializable;
import org.sparknmf.engine.matrix.CellKeys;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.SplitMix;

/**
 * The cells of X that a fit does not see: speckled over the matrix by a hash of (seed, row id,
 * column id). Nothing is stored, nobody draws: the same cells are held out however X is cut, and
 * whatever other rows and columns there are (Wold, Technometrics 1978; Owen and Perry, Annals of
 * Applied Statistics 2009).
 */
public final class HeldOut implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Shares are multiples of 2^-10. */
  private static final int BITS = 10;

  private static final int PARTS = 1 << BITS;
  private static final long PURPOSE = 0x48454C44;

  private final CellKeys keys;
  private final long stream;
  private final int parts;
  private final EmptyCells emptyCells;

  private HeldOut(CellKeys keys, EmptyCells emptyCells, long seed, int parts) {
    this.keys = keys;
    this.stream = SplitMix.mix(SplitMix.mix(seed) + PURPOSE);
    this.parts = parts;
    this.emptyCells = emptyCells;
  }

  /**
   * A share of the cells of a matrix.
   *
   * @param keys of its rows and columns
   * @param emptyCells what cells are that are not stored: where they are missing, there is nothing
   *     to hold out
   * @param share is rounded to a multiple of 1/1024, but not to none
   */
  public static HeldOut share(CellKeys keys, EmptyCells emptyCells, long seed, double share) {
    return new HeldOut(keys, emptyCells, seed, parts(share));
  }

  /** No cell at all. */
  public static HeldOut nothing(EmptyCells emptyCells) {
    return new HeldOut(CellKeys.ofNumbers(), emptyCells, 0, 0);
  }

  /**
   * A share as it is rounded.
   *
   * @throws InvalidSettingException if it is none that can be held out
   */
  public static double rounded(double share) {
    return (double) parts(share) / PARTS;
  }

  private static int parts(double share) {
    if (!(share > 0 && share <= 0.5)) {
      throw new InvalidSettingException(
          "held-out-share must be above 0 and at most 0.5, got "
              + share
              + "; change --held-out-share");
    }
    return (int) Math.max(1, Math.round(share * PARTS));
  }

  /** Whether it is stored cells alone. */
  boolean isOfStored() {
    return emptyCells == EmptyCells.MISSING;
  }

  /** Whether it is no cell at all. */
  boolean isNothing() {
    return parts == 0;
  }

  /** The keys of so many columns. */
  int[] columnKeys(int columns) {
    int[] columnKeys = new int[columns];
    for (int j = 0; j < columns; j++) {
      columnKeys[j] = keys.columns().of(j);
    }
    return columnKeys;
  }

  /** The key of a row by its global number, other in each restart. */
  int rowKey(long row) {
    return (int) SplitMix.mix(stream + SplitMix.GAMMA * keys.rows().of(row));
  }

  /** Whether the cell of a row and a column is held out, if it can be. */
  boolean holds(int rowKey, int columnKey) {
    return isBelowShare(hash(rowKey, columnKey));
  }

  /**
   * The columns of which {@link #holds} is true in a row.
   *
   * @param columnKeys not modified
   * @param hashes overwritten; as long as {@code columnKeys}
   * @param target overwritten from its beginning, ascending; as long as {@code columnKeys}
   * @return how many
   */
  int of(int rowKey, int[] columnKeys, int[] hashes, int[] target) {
    // In a loop of its own, since the compiler then takes several columns at once.
    for (int j = 0; j < columnKeys.length; j++) {
      hashes[j] = hash(rowKey, columnKeys[j]);
    }
    int count = 0;
    for (int j = 0; j < columnKeys.length; j++) {
      if (isBelowShare(hashes[j])) {
        target[count++] = j;
      }
    }
    return count;
  }

  private boolean isBelowShare(int hash) {
    return hash >>> (Integer.SIZE - BITS) < parts;
  }

  /** The last steps of MurmurHash3 (Appleby): every bit hangs on every bit of both keys. */
  private static int hash(int rowKey, int columnKey) {
    int hash = rowKey + columnKey;
    hash ^= hash >>> 16;
    hash *= 0x85EBCA6B;
    hash ^= hash >>> 13;
    hash *= 0xC2B2AE35;
    return hash ^ (hash >>> 16);
  }
}
