package org.sparknmf.solver.divergence;

/** How multiplicative updates of a loss other than Frobenius' take penalties into account. */
public enum PenaltyUpdate {
  /** Penalties enter the minimum of a majorizer: loss plus penalties never rise. */
  MAJORIZE,
  /**
   * Penalties enter the denominator, as in scikit-learn: loss plus penalties may rise where beta is
   * between 1 and 2.
   */
  RATIO
}
