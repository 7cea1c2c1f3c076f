package org.sparknmf.engine.factor;

import org.apache.commons.lang3.exception.ExceptionUtils;

/** Factors cannot be saved, or not be read again. The message has place, cause and remedy. */
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

  private CheckpointException(String message) {
    super(message);
  }

  /** A file that cannot be read now, which says nothing about what is in it: nothing is removed. */
  public static CheckpointException unreadable(String file, String why) {
    return new CheckpointException(
        "the checkpoint file '%s' cannot be read: %s; see to the storage and permissions there and run it again: nothing was removed"
            .formatted(file, why));
  }

  /** A savepoint that names what no run of this program wrote. */
  public static CheckpointException foreign(String savepoint, String name) {
    return new CheckpointException(
        "the checkpoint file '%s' names the file '%s', and a checkpoint names only files of its own directory that the program itself named: it is foreign, no run wrote it, and nothing was read or removed; remove the directory 'checkpoint' in the hidden directory beside the output, or name another --output"
            .formatted(savepoint, name));
  }
}
