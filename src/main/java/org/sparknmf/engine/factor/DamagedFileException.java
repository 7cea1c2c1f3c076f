package org.sparknmf.engine.factor;

import java.io.IOException;

/** A file of a saved factor is not as it was written. */
public final class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /** An error whose message names the file. */
  public DamagedFileException(String message) {
    super(message);
  }
}
