package org.sparknmf.io.read.files;

/**
 * The input is not there or cannot be read: a missing path, no permission, files that are not what
 * they claim to be. The message has the place, the rule and the remedy.
 */
public final class InputUnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error at a place that the message names. */
  public InputUnreadableException(String message) {
    super(message);
  }

  /** An error that another failure revealed. */
  public InputUnreadableException(String message, Throwable cause) {
    super(message, cause);
  }
}
