package org.sparknmf.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order in which columns are pixels: by id, where runs of digits in texts count as numbers, so
 * that {@code p10} comes after {@code p9}.
 */
public final class PixelOrder {
  private static final Comparator<String> BY_NUMBERS = PixelOrder::compare;

  private PixelOrder() {}

  /** Positions of the ids in that order; ties as they come. */
  public static List<Integer> of(List<?> ids) {
    boolean texts = ids.stream().allMatch(String.class::isInstance);
    return IntStream.range(0, ids.size())
        .boxed()
        .sorted(
            texts
                ? Comparator.comparing(place -> (String) ids.get(place), BY_NUMBERS)
                : Comparator.comparing(place -> ((Number) ids.get(place)).longValue()))
        .toList();
  }

  private static int compare(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      int endI = digits(one, i);
      int endJ = digits(other, j);
      int order;
      if (endI > i && endJ > j) {
        order = compareNumbers(one.substring(i, endI), other.substring(j, endJ));
        i = endI;
        j = endJ;
      } else {
        order = Character.compare(one.charAt(i++), other.charAt(j++));
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.length() - i, other.length() - j);
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** The longer number is the larger, once zeros before it are gone. */
  private static int compareNumbers(String one, String other) {
    String left = one.replaceFirst("^0+(?=.)", "");
    String right = other.replaceFirst("^0+(?=.)", "");
    return left.length() == right.length()
        ? left.compareTo(right)
        : Integer.compare(left.length(), right.length());
  }
}
