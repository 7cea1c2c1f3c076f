package io.github.sparknmf.select;

import io.github.sparknmf.linalg.EmptyCells;
import io.github.sparknmf.solver.InvalidSettingException;
import io.github.sparknmf.solver.SplitMix;
import java.io.Serializable;

/**
 * The cells of X that a fit does not see: speckled over the matrix by a hash of (seed, row,
 * column), rows and columns by their number in order of ids. Nothing is stored, nobody draws: the
 * same cells are held out however X is cut (Wold, Technometrics 1978; Owen and Perry, Annals of
 * Applied Statistics 2009).
 */
public final class HeldOut implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Shares are multiples of 2^-10: so many random words make one word of the mask. */
  private static final int BITS = 10;

  private static final int PARTS = 1 << BITS;
  private static final long PURPOSE = 0x48454C44;

  private final long stream;
  private final int parts;
  private final EmptyCells emptyCells;

  private HeldOut(long stream, int parts, EmptyCells emptyCells) {
    this.stream = stream;
    this.parts = parts;
    this.emptyCells = emptyCells;
  }

  /**
   * A share of the cells of a matrix.
   *
   * @param emptyCells what cells are that are not stored: where they are missing, there is nothing
   *     to hold out
   * @param share is rounded to a multiple of 1/1024, but not to none
   */
  public static HeldOut share(EmptyCells emptyCells, long seed, double share) {
    if (!(share > 0 && share <= 0.5)) {
      throw new InvalidSettingException(
          "held-out-share must be above 0 and at most 0.5, got "
              + share
              + "; change --held-out-share");
    }
    long stream = SplitMix.mix(SplitMix.mix(seed) + PURPOSE);
    return new HeldOut(stream, (int) Math.max(1, Math.round(share * PARTS)), emptyCells);
  }

  /** No cell at all. */
  public static HeldOut nothing(EmptyCells emptyCells) {
    return new HeldOut(0, 0, emptyCells);
  }

  /** The share of the cells. */
  public double share() {
    return (double) parts / PARTS;
  }

  /** Whether it is stored cells alone. */
  boolean isOfStored() {
    return emptyCells == EmptyCells.MISSING;
  }

  /** Whether it is no cell at all. */
  boolean isNothing() {
    return parts == 0;
  }

  /**
   * The columns held out of a row, as far as their cells can be.
   *
   * @param row global number
   * @param columns of X
   * @param target overwritten from its beginning, ascending; at least {@code columns} long
   * @return how many
   */
  public int of(long row, int columns, int[] target) {
    int count = 0;
    long key = SplitMix.mix(stream + SplitMix.GAMMA * (row + 1));
    for (int first = 0; first < columns; first += Long.SIZE) {
      long word = word(SplitMix.mix(key + SplitMix.GAMMA * (first + 1L)));
      while (word != 0) {
        int column = first + Long.numberOfTrailingZeros(word);
        if (column < columns) {
          target[count++] = column;
        }
        word &= word - 1;
      }
    }
    return count;
  }

  /** Each bit is set with the wanted probability, whose binary digits are taken from the last. */
  private long word(long key) {
    long word = 0;
    for (int digit = Integer.numberOfTrailingZeros(parts); digit < BITS; digit++) {
      long random = SplitMix.mix(key + SplitMix.GAMMA * (digit + 1));
      word = (parts >>> digit & 1) == 1 ? word | random : word & random;
    }
    return word;
  }
}
