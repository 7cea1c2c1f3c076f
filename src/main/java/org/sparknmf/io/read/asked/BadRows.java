package org.sparknmf.io.read.asked;

/** What becomes of rows and lines of the input that are no part of a matrix. */
public enum BadRows {
  /** The first of them is an error. */
  FAIL,
  /** Bad rows are left out and counted. */
  SKIP;
}
