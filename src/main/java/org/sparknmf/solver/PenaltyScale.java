package org.sparknmf.solver;

/** By what the strength of the penalties on a row of a factor is multiplied. */
public enum PenaltyScale {
  /**
   * {@link #COUNT} where cells are unknown and the loss is least squares, with a strength that
   * follows from X where none is given; else {@link #CELLS}.
   */
  AUTO,
  /**
   * The known cells of the row or column of X, each as often as it weighs (Zhou, Wilkinson,
   * Schreiber and Pan, AAIM 2008, equation 1).
   */
  COUNT,
  /** All cells of the row or column of X, as in scikit-learn. */
  CELLS
}
