package org.sparknmf.io.read.delimited;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.sparknmf.io.read.text.Numerals;

/**
 * What the first lines show of a column.
 *
 * @param numbers whether most that is not unknown is meant to be a number, and something is
 * @param integers whether all of it is integers as ids are
 * @param decimals whether there is a number with a fraction
 * @param distinct how many different fields there are
 * @param size how many fields there are
 * @param sorted whether numbers never fall
 * @param counted whether they count the lines from 0 or 1
 * @param times whether they are dates, or seconds or milliseconds since 1970
 * @param empty whether nothing is there
 * @param texts whether most are different and have so many words as titles and names have not
 */
record ColumnFacts(
    boolean numbers,
    boolean integers,
    boolean decimals,
    int distinct,
    int size,
    boolean sorted,
    boolean counted,
    boolean times,
    boolean empty,
    boolean texts) {

  /** Some lines may be bad, which is to be said of them. */
  private static final double MOST = 0.5;

  /** Most titles have fewer words. */
  private static final int WORDS_OF_A_TEXT = 7;

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d([T ].*)?");

  /** From 1976 to 2065, in seconds. */
  private static final double FIRST_SECOND = 2e8;

  private static final double LAST_SECOND = 3e9;

  /** Of the fields of a column. */
  static ColumnFacts of(List<String> fields) {
    List<String> known = fields.stream().filter(field -> !Numerals.isUnknown(field)).toList();
    List<String> numerals = known.stream().filter(ColumnFacts::isNumber).toList();
    double[] values = numerals.stream().mapToDouble(ColumnFacts::number).toArray();
    long meant = known.stream().filter(Numerals::isNumber).count();
    boolean integers = !known.isEmpty() && known.stream().allMatch(ColumnFacts::isInteger);
    boolean whole = integers && values.length == fields.size();
    return new ColumnFacts(
        !numerals.isEmpty() && Math.max(meant, numerals.size()) >= MOST * known.size(),
        integers,
        IntStream.range(0, values.length).anyMatch(i -> values[i] != Math.rint(values[i])),
        new HashSet<>(known).size(),
        fields.size(),
        whole && IntStream.range(1, values.length).allMatch(i -> values[i] >= values[i - 1]),
        whole
            && (values[0] == 0 || values[0] == 1)
            && IntStream.range(1, values.length).allMatch(i -> values[i] == values[i - 1] + 1),
        areTimes(known, integers, values),
        fields.stream().allMatch(String::isEmpty),
        areTexts(known));
  }

  private static boolean areTexts(List<String> known) {
    long texts =
        known.stream()
            .filter(field -> BLANKS.split(field, WORDS_OF_A_TEXT).length == WORDS_OF_A_TEXT)
            .count();
    return texts > 0
        && texts >= MOST * known.size()
        && new HashSet<>(known).size() > MOST * known.size();
  }

  private static boolean areTimes(List<String> known, boolean integers, double[] values) {
    if (known.isEmpty()) {
      return false;
    }
    return known.stream().allMatch(field -> DATE.matcher(field).matches())
        || (integers && (areFrom(values, 1) || areFrom(values, 1000)));
  }

  private static boolean areFrom(double[] values, double unit) {
    return IntStream.range(0, values.length)
        .allMatch(i -> values[i] >= FIRST_SECOND * unit && values[i] <= LAST_SECOND * unit);
  }

  /** Whether a field is a finite number, whatever stands before its decimals. */
  static boolean isNumber(String field) {
    String plain = field.replace(',', '.');
    return Numerals.isNumber(plain) && !Character.isLetter(plain.charAt(plain.length() - 1));
  }

  /** The number that a field is, whatever stands before its decimals. */
  static double number(String field) {
    return Double.parseDouble(field.replace(',', '.'));
  }

  /** Whether a field is an integer as ids are. */
  static boolean isInteger(String field) {
    return Numerals.isCanonicalLong(field);
  }

  /** Whether something stands in several lines. */
  boolean recurs() {
    return distinct < size;
  }

  /** Whether all that is there is numbers without fractions. */
  boolean wholeNumbers() {
    return numbers && !decimals;
  }

  /** Whether no two lines have the same here, and all have something. */
  boolean tellsApart() {
    return ids() && !recurs();
  }

  /** Whether the column may hold ids: words or integers. */
  boolean ids() {
    return !decimals && !empty;
  }
}
