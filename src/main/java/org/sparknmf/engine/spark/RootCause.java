package org.sparknmf.engine.spark;

/** What lies at the bottom of an exception. */
public final class RootCause {
  private RootCause() {}

  /** The message of the innermost cause, such as that a disk is full. */
  public static String message(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage();
  }
}
