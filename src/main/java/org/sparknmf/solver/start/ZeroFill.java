package org.sparknmf.solver.start;

/** What stands where a start value from singular vectors is zero. */
public enum ZeroFill {
  /** Zero, which a multiplicative update can never leave: {@code nndsvd}. */
  NONE,
  /** The mean over all cells of X: {@code nndsvda}. */
  MEAN,
  /** |N(0, 1)| times a hundredth of that mean: {@code nndsvdar}. */
  RANDOM
}
