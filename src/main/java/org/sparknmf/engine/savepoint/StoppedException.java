package org.sparknmf.engine.savepoint;

/** A run has saved what it has and ended before its end, since somebody wished it. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception of a run that stopped after {@code iterations} iterations. */
  public StoppedException(int iterations) {
    super(
        "stopped after iteration %s, which is saved; run it again to go on from there"
            .formatted(iterations));
  }
}
