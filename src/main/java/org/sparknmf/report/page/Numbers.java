package org.sparknmf.report.page;

import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
  private static final String[] BYTES = {"bytes", "kB", "MB", "GB", "TB", "PB"};
  private static final String LETTERS = " kMGTPE";
  private static final String NOTHING = "–";

  private Numbers() {}

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** One decimal, more where little is left of it. */
  static String percent(double share) {
    double percent = 100 * share;
    int decimals = percent == 0 || percent >= 1 ? 1 : percent >= 0.1 ? 2 : 3;
    return Double.isNaN(share) ? NOTHING : fixed(percent, decimals) + " %";
  }

  /** A number with four digits, without zeros at the end. */
  static String digits(double number) {
    return digits(number, 4);
  }

  /** A number with at most {@code digits} digits, without zeros at the end. */
  static String digits(double number, int digits) {
    if (Double.isNaN(number)) {
      return NOTHING;
    }
    if (number == 0) {
      return "0";
    }
    double size = Math.abs(number);
    if (size >= 1e15 || size < 1e-4) {
      return String.format(Locale.ROOT, "%." + (digits - 1) + "e", number)
          .replaceAll("\\.?0*e", "e")
          .replaceAll("e([+-])0*(\\d)", "e$1$2")
          .replace("e+", "e");
    }
    int whole = (int) Math.floor(Math.log10(size)) + 1;
    int decimals = Math.max(0, digits - whole);
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", number);
    return decimals == 0 ? text : text.replaceAll("\\.?0+$", "");
  }

  /** A number on an axis: three digits, and a letter for thousands, millions, ... */
  static String tick(double number) {
    double left = number;
    int letter = 0;
    while (Math.abs(left) >= 1e3 && letter < LETTERS.length() - 1 && Math.abs(number) >= 1e4) {
      left /= 1e3;
      letter++;
    }
    return digits(left, 3) + (letter == 0 ? "" : LETTERS.charAt(letter));
  }

  /** A number with {@code decimals} decimals, whatever its size. */
  static String fixed(double number, int decimals) {
    return Double.isNaN(number)
        ? NOTHING
        : String.format(Locale.ROOT, "%." + decimals + "f", number);
  }

  static String seconds(double seconds) {
    if (seconds < 60) {
      return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? "%d min %d s".formatted(whole / 60, whole % 60)
        : "%d h %d min".formatted(whole / 3600, whole % 3600 / 60);
  }

  static String bytes(double bytes) {
    double left = bytes;
    int unit = 0;
    while (left >= 1000 && unit < BYTES.length - 1) {
      left /= 1000;
      unit++;
    }
    return digits(left, 3) + " " + BYTES[unit];
  }
}
