package org.sparknmf.select.trial;

import org.sparknmf.linalg.Factor;

/** What a trial came to. */
public final class TrialResult {
  private final int rank;
  private final int restart;
  private final int iterations;
  private final double relativeError;
  private final double heldOutError;
  private final Factor ht;
  private final int[] components;

  public TrialResult(
      int rank,
      int restart,
      int iterations,
      Measurement.Errors errors,
      Factor ht,
      int[] components) {
    this.rank = rank;
    this.restart = restart;
    this.iterations = iterations;
    this.relativeError = errors.seen();
    this.heldOutError = errors.heldOut();
    this.ht = ht;
    this.components = components.clone();
  }

  /** k. */
  public int rank() {
    return rank;
  }

  /** Which of the starts of its rank, from 0. */
  public int restart() {
    return restart;
  }

  /** Updates of both factors. */
  public int iterations() {
    return iterations;
  }

  /** ||X - WH|| / ||X|| over the cells that it saw. */
  public double relativeError() {
    return relativeError;
  }

  /** ||X - WH|| / ||X|| over the cells held out of the trial; NaN if there are none. */
  public double heldOutError() {
    return heldOutError;
  }

  /** H' (n x k), not to be modified. */
  public Factor ht() {
    return ht;
  }

  /** The component that each row of the sample belongs to, from 1; 0 for a row of zeros. */
  public int[] components() {
    return components.clone();
  }
}
