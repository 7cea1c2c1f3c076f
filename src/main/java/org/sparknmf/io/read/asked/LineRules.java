package org.sparknmf.io.read.asked;

import java.util.Optional;

/**
 * Which lines of delimited text are left out, and how its fields are written.
 *
 * @param comment what comments begin with; empty where the lines decide, an empty text for none
 * @param skipped how many lines at the beginning of each file are left out
 * @param quotes whether fields may stand in double quotes
 * @param decimal what stands between the whole and the fraction of a number
 */
public record LineRules(
    Optional<String> comment, int skipped, boolean quotes, DecimalMark decimal) {
  /** The word for no comments. */
  public static final String NONE = "none";

  /** What stands between the whole and the fraction of a number. */
  public enum DecimalMark {
    /** As in 0.5. */
    POINT,
    /** As in 0,5. */
    COMMA
  }

  /** Comments are recognised, fields may be quoted, numbers have points. */
  public static LineRules recognised() {
    return new LineRules(Optional.empty(), 0, true, DecimalMark.POINT);
  }
}
