package org.sparknmf.linalg;

/** What becomes of cells that are given more than once. */
public enum DuplicatePolicy {
  /** Their values are added, smallest first, so that their order in the input does not matter. */
  SUM,
  /** The largest value stays. */
  MAX,
  /** A repeated cell is an error. */
  ERROR
}
