package org.sparknmf.solver.update;

import java.io.Serializable;
import java.util.BitSet;

/**
 * The components that a factorization does not move, for each factor.
 *
 * @param w components whose entries of W stay as they start
 * @param h the same of H
 */
public record HeldSets(BitSet w, BitSet h) implements Serializable {

  /** Copies both. */
  public HeldSets {
    w = (BitSet) w.clone();
    h = (BitSet) h.clone();
  }

  /** Everything moves. */
  public static HeldSets none() {
    return first(0, 0);
  }

  /** The first components of each factor. */
  public static HeldSets first(int ofW, int ofH) {
    return new HeldSets(firstBits(ofW), firstBits(ofH));
  }

  private static BitSet firstBits(int count) {
    BitSet bits = new BitSet();
    bits.set(0, count);
    return bits;
  }

  /** The held sets for the transpose of X, where W and H' change places. */
  public HeldSets turned() {
    return new HeldSets(h, w);
  }

  /** Whether everything moves. */
  public boolean isNone() {
    return w.isEmpty() && h.isEmpty();
  }
}
