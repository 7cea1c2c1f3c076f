package org.sparknmf.select.trial;

import org.sparknmf.linalg.Factor;

/**
 * What a trial came to.
 *
 * @param rank k
 * @param restart which of the starts of its rank, from 0
 * @param iterations updates of both factors
 * @param errors over the cells that it saw, and over those held out of it
 * @param ht H' (n x k), not to be modified
 * @param components the component that each row of the sample belongs to, from 1; 0 for a row of
 *     zeros; not to be modified
 */
@SuppressWarnings("ArrayRecordComponent") // Read, never compared.
public record TrialResult(
    int rank, int restart, int iterations, Measurement.Errors errors, Factor ht, int[] components) {

  /** ||X - WH|| / ||X|| over the cells that it saw. */
  public double relativeError() {
    return errors.seen();
  }

  /** ||X - WH|| / ||X|| over the cells held out of the trial; NaN if there are none. */
  public double heldOutError() {
    return errors.heldOut();
  }
}
