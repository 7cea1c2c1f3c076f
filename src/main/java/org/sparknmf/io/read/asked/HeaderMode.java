package org.sparknmf.io.read.asked;

/** Whether delimited text begins with a line of column names. */
public enum HeaderMode {
  /**
   * Decided by the first lines. The first has names if it has those asked for; {@code row} and
   * {@code column}, or other words for what rows and columns are; a word above numbers; one field
   * less than the others; an empty first field, or {@code id}; or numbers that rise where those of
   * the other lines do not.
   */
  AUTO,
  /** The first line has names. */
  YES,
  /** The first line is data; columns are called 1, 2, 3, ... */
  NO;
}
