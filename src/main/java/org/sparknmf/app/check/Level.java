package org.sparknmf.app.check;

/** How a check went. */
public enum Level {
  /** Everything is as it should be. */
  OK,
  /** The program works, but not as well as it could. */
  WARN,
  /** The program will not work. */
  FAIL
}
