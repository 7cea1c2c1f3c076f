package org.sparknmf.app.failure;

/** {@code doctor} found something that will keep the program from working. */
public final class CheckFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CheckFailedException(String message) {
    super(message);
  }
}
