package org.sparknmf.solver;

/** A setting that is out of its range; the message has the value, the rule and the remedy. */
public final class InvalidSettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** An error whose message names the setting by its option name. */
  public InvalidSettingException(String message) {
    super(message);
  }

  /** Describes what is wrong with a setting, and what showed it. */
  public InvalidSettingException(String message, Throwable cause) {
    super(message, cause);
  }
}
