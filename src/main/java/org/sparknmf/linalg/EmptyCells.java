package org.sparknmf.linalg;

/** What a cell of X is that is not stored. */
public enum EmptyCells {
  /** Zero: stored zeros are forgotten, for they say nothing new. */
  ZERO,
  /** Unknown: X is known at its stored cells only, of which a zero is one. */
  MISSING
}
