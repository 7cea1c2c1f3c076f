package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.Factor;
import java.io.Serializable;

/** What every task needs of H: H' (n x k) and HH' (k x k). */
final class HShare implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Factor ht;
  private final double[] gram;

  HShare(Factor ht, double[] gram) {
    this.ht = ht;
    this.gram = gram;
  }

  Factor ht() {
    return ht;
  }

  double[] gram() {
    return gram;
  }

  /** Bytes of its numbers. */
  long bytes() {
    return ht.bytes() + 8L * gram.length;
  }
}
