package org.sparknmf.solver.divergence;

/** The source of D in the gradient D - N. */
public enum Denominators {
  /** F G for the Gram matrix G of the other factor; a row of terms is N. */
  GRAM,
  /** The column sums of the other factor; a row of terms is N. */
  COLUMN_SUMS,
  /** The second half of a row of terms, whose first is N. */
  TERMS
}
