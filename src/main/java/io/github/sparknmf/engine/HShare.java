package io.github.sparknmf.engine;

import java.io.Serializable;

/** What every task needs of H: H' (n x k) and HH' (k x k). */
final class HShare implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] ht;
  private final double[] gram;

  HShare(double[] ht, double[] gram) {
    this.ht = ht;
    this.gram = gram;
  }

  double[] ht() {
    return ht;
  }

  double[] gram() {
    return gram;
  }
}
