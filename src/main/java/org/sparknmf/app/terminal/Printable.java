package org.sparknmf.app.terminal;

import java.util.Locale;
import java.util.regex.Matcher;

/**
 * Texts for a terminal or a log: what would move the cursor, change colours, begin a new line or
 * turn the direction of writing is written as an escape.
 */
public final class Printable {
  private Printable() {}

  /** An id, or another text that is to stay on its line. */
  public static String word(Object text) {
    return escaped(String.valueOf(text), "");
  }

  /** A text of one or more lines. */
  static String lines(String text) {
    return escaped(text, "\n\t");
  }

  /** A text of one or more lines in which our own colours stay. */
  static String coloured(String text) {
    StringBuilder coloured = new StringBuilder();
    Matcher colour = Look.SEQUENCES.matcher(text);
    int from = 0;
    while (colour.find()) {
      coloured.append(lines(text.substring(from, colour.start()))).append(colour.group());
      from = colour.end();
    }
    return coloured.append(lines(text.substring(from))).toString();
  }

  private static String escaped(String text, String allowed) {
    if (text.chars().noneMatch(c -> isHarmful(c) && allowed.indexOf(c) < 0)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (isHarmful(c) && allowed.indexOf(c) < 0) {
                escaped.append(escape(c));
              } else {
                escaped.append((char) c);
              }
            });
    return escaped.toString();
  }

  /** Control characters, line and paragraph separators, and marks of direction. */
  private static boolean isHarmful(int c) {
    return Character.isISOControl(c)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E
        || c == 0x200F;
  }

  private static String escape(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format(Locale.ROOT, "\\u%04x", c);
    };
  }
}
