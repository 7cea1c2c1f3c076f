package org.sparknmf.io.read.asked;

import java.util.List;

/** What becomes of rows and lines of the input that are no part of a matrix. */
public enum BadRows {
  /** The first of them is an error. */
  FAIL,
  /** They are left out and counted. */
  SKIP;

  /** The choice of that name, in any case; else an error that lists the names. */
  public static BadRows parse(String text) {
    return Choices.parse(List.of(values()), "--on-bad-rows", text);
  }
}
