package org.sparknmf.solver;

/**
 * The input is there and readable, but is no non-negative matrix: a negative or infinite value, a
 * wrong index, no entries at all. The message has the place, the rule and the remedy.
 */
public final class InvalidMatrixException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error at a place that the message names. */
  public InvalidMatrixException(String message) {
    super(message);
  }

  /** An error that another failure revealed, such as a truncated archive. */
  public InvalidMatrixException(String message, Throwable cause) {
    super(message, cause);
  }
}
