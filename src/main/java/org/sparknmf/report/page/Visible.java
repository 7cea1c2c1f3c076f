package org.sparknmf.report.page;

import java.util.Locale;

/** Texts in which nothing hides: control characters and marks of direction become escapes. */
final class Visible {
  private static final int LONGEST = 60;

  private Visible() {}

  static String of(Object value) {
    String text = String.valueOf(value);
    if (text.chars().noneMatch(Visible::hides)) {
      return text;
    }
    StringBuilder visible = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (hides(c)) {
                visible.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                visible.append((char) c);
              }
            });
    return visible.toString();
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

  private static boolean hides(int c) {
    return Character.isISOControl(c)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E
        || c == 0x200F
        || (c >= 0xFFFE && c <= 0xFFFF);
  }
}
