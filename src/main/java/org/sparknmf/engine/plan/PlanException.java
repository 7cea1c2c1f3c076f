package org.sparknmf.engine.plan;

/** The plan asked for does not fit the memory given; the message has the numbers and the remedy. */
public final class PlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error whose message says what would fit. */
  public PlanException(String message) {
    super(message);
  }
}
