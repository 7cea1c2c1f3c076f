package io.github.sparknmf.engine;

/** Factors cannot be saved, or not be read again. The message has place, cause and remedy. */
public final class CheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error that the file system reported. */
  public CheckpointException(String message, Throwable cause) {
    super(message, cause);
  }
}
