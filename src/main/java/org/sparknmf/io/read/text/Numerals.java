package org.sparknmf.io.read.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Numbers in text, read without making strings of them in the common case. */
public final class Numerals {
  private static final long MANTISSA = (1L << 53) / 10 - 1;
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private Numerals() {}

  /** A value of the matrix: a decimal number, finite and at least 0. */
  public static double value(byte[] text, int from, int to) throws BadLineException {
    return number(text, from, to, "value");
  }

  /** The weight of a cell: likewise. */
  static double weight(byte[] text, int from, int to) throws BadLineException {
    return number(text, from, to, "weight");
  }

  private static double number(byte[] text, int from, int to, String what) throws BadLineException {
    // Both mantissa and power are exact, so one division rounds correctly.
    long mantissa = 0;
    int digits = 0;
    int point = -1;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit >= 0 && digit <= 9 && mantissa <= MANTISSA) {
        mantissa = mantissa * 10 + digit;
        digits++;
      } else if (text[i] == '.' && point < 0) {
        point = digits;
      } else {
        return anyNumber(text, from, to, what);
      }
    }
    int decimals = point < 0 ? 0 : digits - point;
    return digits == 0 || decimals >= POWERS.length
        ? anyNumber(text, from, to, what)
        : mantissa / POWERS[decimals];
  }

  private static double anyNumber(byte[] text, int from, int to, String what)
      throws BadLineException {
    if (from == to) {
      throw new BadLineException(
          "the %s is empty; it must be a number: write 0 or remove it".formatted(what));
    }
    if (!isNumber(text, from, to)) {
      throw new BadLineException(
          "%s stands where a number belongs; %ss are decimals such as 3 or 0.25: correct it, or check"
                  .formatted(LineText.excerpt(text, from, to), what)
              + " format, delimiter and header");
    }
    String numeral = new String(text, from, to - from, StandardCharsets.US_ASCII);
    double number = isDecimal(text, from, to) ? Double.parseDouble(numeral) : special(numeral);
    return checked(number, numeral, isDecimal(text, from, to), what);
  }

  /** Refuses what no matrix may hold; {@code decimal} tells an overflow from an infinity. */
  private static double checked(double number, String numeral, boolean decimal, String what)
      throws BadLineException {
    if (decimal && Double.isInfinite(number)) {
      throw new BadLineException(
          "%s %s does not fit a double (at most 1.8e308): scale the %ss down"
              .formatted(what, LineText.excerpt(numeral), what));
    }
    return checked(number, what);
  }

  /**
   * The number, with -0 as 0; NaN, infinity and negative numbers are refused.
   *
   * @param what "value" or "weight", for messages
   */
  public static double checked(double number, String what) throws BadLineException {
    String problem = problem(number, what);
    if (problem != null) {
      throw new BadLineException(problem);
    }
    return number + 0.0;
  }

  /** What forbids the number as a "value" or "weight" in a matrix, or null. */
  public static String problem(double number, String what) {
    if (Double.isNaN(number)) {
      return "%1$s NaN; %1$ss must be numbers: remove the cell or give it a %1$s".formatted(what);
    }
    if (Double.isInfinite(number)) {
      return "%1$s %2$s is infinite; %1$ss must be finite: remove or correct it"
          .formatted(what, number);
    }
    return number < 0
        ? "%1$s %2$s is negative; %1$ss must be at least 0: remove, shift or clip it"
            .formatted(what, number)
        : null;
  }

  /** Whether a field is empty, or one of the words that programs write for no value. */
  public static boolean isUnknown(byte[] text, int from, int to) {
    return switch (to - from) {
      case 0 -> true;
      case 2 -> is(text, from, to, "na") || is(text, from, to, "\\n");
      case 3 -> is(text, from, to, "nan") || is(text, from, to, "n/a");
      case 4 -> is(text, from, to, "null") || is(text, from, to, "<na>");
      default -> false;
    };
  }

  public static boolean isUnknown(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return isUnknown(bytes, 0, bytes.length);
  }

  private static double special(String numeral) {
    String word = numeral.toLowerCase(Locale.ROOT);
    if (word.endsWith("nan")) {
      return Double.NaN;
    }
    return word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  /** Whether somebody meant a number: a decimal, NaN or an infinity. */
  public static boolean isNumber(byte[] text, int from, int to) {
    if (isDecimal(text, from, to)) {
      return true;
    }
    int start = from < to && (text[from] == '-' || text[from] == '+') ? from + 1 : from;
    return is(text, start, to, "nan")
        || is(text, start, to, "inf")
        || is(text, start, to, "infinity");
  }

  public static boolean isNumber(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return isNumber(bytes, 0, bytes.length);
  }

  private static boolean is(byte[] text, int from, int to, String word) {
    return to - from == word.length()
        && new String(text, from, to - from, StandardCharsets.ISO_8859_1).equalsIgnoreCase(word);
  }

  private static boolean isDecimal(byte[] text, int from, int to) {
    int i = from < to && (text[from] == '-' || text[from] == '+') ? from + 1 : from;
    int whole = digits(text, i, to);
    i += whole;
    int decimals = 0;
    if (i < to && text[i] == '.') {
      decimals = digits(text, i + 1, to);
      i += 1 + decimals;
    }
    if (whole + decimals == 0) {
      return false;
    }
    if (i < to && (text[i] == 'e' || text[i] == 'E')) {
      i++;
      i += i < to && (text[i] == '-' || text[i] == '+') ? 1 : 0;
      int exponent = digits(text, i, to);
      i += exponent;
      return i == to && exponent > 0;
    }
    return i == to;
  }

  private static int digits(byte[] text, int from, int to) {
    int i = from;
    while (i < to && text[i] >= '0' && text[i] <= '9') {
      i++;
    }
    return i - from;
  }

  /** The integer of some digits; -1 if there is anything else, the largest long if it is larger. */
  public static long natural(byte[] text, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : number * 10 + digit;
    }
    return from == to ? -1 : number;
  }

  /** Whether the text is a long as a program prints it. */
  public static boolean isCanonicalLong(byte[] text, int from, int to) {
    boolean negative = from < to && text[from] == '-';
    int start = negative ? from + 1 : from;
    int length = to - start;
    if (length == 0 || length > 19 || digits(text, start, to) < length) {
      return false;
    }
    if (text[start] == '0') {
      return length == 1 && !negative;
    }
    return length < 19 || fitsLong(new String(text, from, to - from, StandardCharsets.US_ASCII));
  }

  /** Whether the text is a long as a program prints it. */
  public static boolean isCanonicalLong(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return isCanonicalLong(bytes, 0, bytes.length);
  }

  private static boolean fitsLong(String numeral) {
    try {
      Long.parseLong(numeral);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** The long of a text of digits, with or without a sign. */
  static long longId(byte[] text, int from, int to) throws BadLineException {
    int start = from < to && (text[from] == '-' || text[from] == '+') ? from + 1 : from;
    if (start < to && digits(text, start, to) == to - start && to - start < 19) {
      long magnitude = natural(text, start, to);
      return text[from] == '-' ? -magnitude : magnitude;
    }
    String numeral = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    if (start == to || digits(text, start, to) < to - start || !fitsLong(numeral)) {
      throw new BadLineException(
          "id %s is no integer that fits a long; use --id-type string"
              .formatted(LineText.excerpt(text, from, to)));
    }
    return Long.parseLong(numeral);
  }
}
