package org.sparknmf.app.terminal;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Texts for a terminal or a log: what would move the cursor, change colours, begin a new line or
 * turn the direction of writing is written as an escape.
 */
public final class Printable {
  /** Control characters, line and paragraph separators, and marks of direction. */
  private static final String HARMFUL = "\\p{Cc}\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069";

  private static final Pattern IN_A_WORD = Pattern.compile("[" + HARMFUL + "]");
  private static final Pattern IN_LINES = Pattern.compile("[" + HARMFUL + "&&[^\n\t]]");
  private static final Pattern COLOUR_OR_HARMFUL =
      Pattern.compile("(" + Look.SEQUENCES + ")|" + IN_LINES);

  private Printable() {}

  /** An id, or another text that is to stay on its line. */
  public static String word(Object text) {
    return escaped(IN_A_WORD, String.valueOf(text));
  }

  /** A text of one or more lines. */
  static String lines(String text) {
    return escaped(IN_LINES, text);
  }

  /** A text of one or more lines in which our own colours stay. */
  static String coloured(String text) {
    return COLOUR_OR_HARMFUL
        .matcher(text)
        .replaceAll(found -> found.group(1) == null ? escape(found) : found.group(1));
  }

  private static String escaped(Pattern harmful, String text) {
    return harmful.matcher(text).replaceAll(Printable::escape);
  }

  /** The escape of a character, with the backslash twice, as what replaces a match is written. */
  private static String escape(MatchResult harmful) {
    char c = harmful.group().charAt(0);
    return switch (c) {
      case '\n' -> "\\\\n";
      case '\r' -> "\\\\r";
      case '\t' -> "\\\\t";
      default -> String.format(Locale.ROOT, "\\\\u%04x", (int) c);
    };
  }
}
