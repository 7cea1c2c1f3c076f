package org.sparknmf.io.read.asked;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Recognises the column that says which class a row is of, as data sets for classifiers have it
 * beside the values of the row: {@code label,pixel0,pixel1,...}. It is no value unless {@link
 * ColumnChoice} keeps it.
 */
public final class ClassColumn {
  private static final Set<String> NAMES = Set.of("label", "labels", "class", "classes", "target");
  private static final String LETTER = "y";

  /** So few columns may as well be coordinates. */
  private static final int FEWEST = 4;

  private ClassColumn() {}

  /**
   * The position of the column, the first or the last; -1 if there is none.
   *
   * @param mayBeClass whether the values of a column may be classes, as numbers
   */
  public static int of(List<String> names, IntPredicate mayBeClass) {
    if (names.size() < FEWEST) {
      return -1;
    }
    List<String> lower = names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    boolean letters = lower.stream().filter(name -> name.length() == 1).count() > 1;
    return IntStream.of(0, names.size() - 1)
        .filter(i -> NAMES.contains(lower.get(i)) || (lower.get(i).equals(LETTER) && !letters))
        .filter(mayBeClass)
        .findFirst()
        .orElse(-1);
  }
}
