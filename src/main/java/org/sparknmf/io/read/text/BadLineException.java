package org.sparknmf.io.read.text;

/**
 * What is wrong with a line: value, rule and remedy, but not yet the place, which the line does not
 * know.
 */
public final class BadLineException extends Exception {
  private static final long serialVersionUID = 1L;

  public BadLineException(String reason) {
    super(reason, null, false, false);
  }
}
