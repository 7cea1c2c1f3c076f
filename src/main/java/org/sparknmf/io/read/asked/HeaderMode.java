package org.sparknmf.io.read.asked;

/** Whether delimited text begins with a line of column names. */
public enum HeaderMode {
  /**
   * Decided by the first line. Triples: its value field is no number, or it has the names asked
   * for, or (without a value field) {@code row} and {@code column}, or words above integers. Dense:
   * a field after the first is neither a number nor empty, or the first is empty or {@code id}.
   */
  AUTO,
  /** The first line has names. */
  YES,
  /** The first line is data; columns are called 1, 2, 3, ... */
  NO;
}
