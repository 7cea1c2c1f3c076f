package io.github.sparknmf.io.read;

/**
 * What is wrong with a line: value, rule and remedy, but not yet the place, which the line does not
 * know.
 */
final class BadLineException extends Exception {
  private static final long serialVersionUID = 1L;

  BadLineException(String reason) {
    super(reason, null, false, false);
  }
}
