package org.sparknmf.report.page;

import java.util.Locale;
import java.util.regex.Pattern;

/** Texts in which nothing hides: control characters and marks of direction become escapes. */
final class Visible {
  private static final int LONGEST = 60;
  private static final Pattern HIDING =
      Pattern.compile("[\\p{Cc}\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF]");

  private Visible() {}

  static String of(Object value) {
    return HIDING
        .matcher(String.valueOf(value))
        .replaceAll(c -> String.format(Locale.ROOT, "\\\\u%04x", (int) c.group().charAt(0)));
  }

  /** The beginning of a long text, the whole of a short one; blanks alone are quoted. */
  static String shortened(Object value) {
    String text = String.valueOf(value);
    if (text.isBlank()) {
      return "\"" + text + "\"";
    }
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
