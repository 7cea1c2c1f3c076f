package org.sparknmf.app.failure;

/** What a scheduler may conclude from the way the process ended. */
public enum ExitCode {
  DONE(0, "done"),
  USAGE(2, "wrong usage or configuration"),
  GATE(3, "a quality gate failed"),
  INVALID_MATRIX(4, "the input is no valid matrix"),
  INPUT(5, "the input is missing or unreadable"),
  OUTPUT(6, "the output exists or cannot be written"),
  MEMORY_PLAN(7, "the plan does not fit the memory given"),
  INTERNAL(70, "internal error"),
  TEMPORARY_FAILURE(75, "temporary failure: try again"),
  INTERRUPTED(130, "interrupted"),
  TERMINATED(143, "terminated");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** The status of the process, 0 to 255. */
  public int number() {
    return number;
  }

  /** Whether somebody stopped the run. */
  public boolean isInterruption() {
    return this == INTERRUPTED || this == TERMINATED;
  }

  /** The meaning in a few words. */
  public String meaning() {
    return meaning;
  }
}
