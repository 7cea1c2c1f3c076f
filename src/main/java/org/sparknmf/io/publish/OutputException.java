package org.sparknmf.io.publish;

/**
 * The output exists, belongs to another run, or cannot be written. The message has the place, the
 * rule and the remedy.
 */
public final class OutputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error that a look at the output showed. */
  public OutputException(String message) {
    super(message);
  }

  /** An error that the file system reported. */
  public OutputException(String message, Throwable cause) {
    super(message, cause);
  }
}
