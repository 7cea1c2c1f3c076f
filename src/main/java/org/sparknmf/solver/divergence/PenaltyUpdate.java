package org.sparknmf.solver.divergence;

/** How multiplicative updates of a loss other than Frobenius' take penalties into account. */
public enum PenaltyUpdate {
  /** By the minimum of a majorizer: loss plus penalties never rise. */
  MAJORIZE,
  /** In the denominator, as scikit-learn does: they may rise where beta is between 1 and 2. */
  RATIO
}
