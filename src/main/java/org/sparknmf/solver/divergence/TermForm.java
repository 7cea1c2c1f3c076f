package org.sparknmf.solver.divergence;

/** The form in which an update rule wants the terms of a factor. */
public enum TermForm {
  /** N and D of the gradient D - N, both not negative: for multiplicative updates. */
  RATIO,
  /** The same, and the terms of H also tell the loss: no pass is needed for it. */
  RATIO_AND_LOSS,
  /** P, where the gradient is F G - P for the Gram matrix G of the other factor. */
  PRODUCT,
  /** The normal equations of each row over its own known cells, where others are unknown. */
  NORMAL_EQUATIONS
}
