package org.sparknmf.io.read.asked;

/** What the row and column ids of text files become. */
public enum IdType {
  /**
   * Long if every id of that column is an integer as a program would print it (no leading zero or
   * plus sign), else string. JSON: what the first line has. Typed files: what the column is.
   */
  AUTO,
  /** Strings, which sort by their characters. */
  STRING,
  /** Longs; an id that is no integer is an error. */
  LONG;
}
