package org.sparknmf.engine.factor;

import org.apache.commons.lang3.exception.ExceptionUtils;

/** Factors cannot be saved. The message has place, cause and remedy. */
public final class CheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What the file system reported when something was written into a directory. */
  public CheckpointException(String directory, Throwable cause) {
    super(
        ("the checkpoint in '%s' cannot be written: %s; see to space and permissions there and"
                + " run it again: it goes on from the checkpoint before")
            .formatted(directory, ExceptionUtils.getRootCause(cause).getMessage()),
        cause);
  }
}
