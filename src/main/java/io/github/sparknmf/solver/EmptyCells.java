package io.github.sparknmf.solver;

/** What cells of X are that are not stored. */
public enum EmptyCells {
  /** Zeros. */
  ZERO,
  /** Unknown: only stored cells count, stored zeros among them. */
  MISSING
}
