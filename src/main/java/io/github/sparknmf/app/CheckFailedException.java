package io.github.sparknmf.app;

/** {@code doctor} found something that will keep the program from working. */
final class CheckFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CheckFailedException(String message) {
    super(message);
  }
}
