package org.sparknmf.io.publish;

/** Another run is writing to the output: its status is not ours to change. */
public final class OutputBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error whose message names the other run. */
  public OutputBusyException(String message) {
    super(message);
  }
}
