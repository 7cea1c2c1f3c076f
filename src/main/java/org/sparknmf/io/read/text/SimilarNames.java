package org.sparknmf.io.read.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.sparknmf.text.EditDistance;

/** Finds what somebody who mistyped a name may have meant. */
public final class SimilarNames {
  private static final int MOST = 3;

  private SimilarNames() {}

  /** {@code "; did you mean a or b?"}, or nothing when no name is near. */
  public static String hint(String wanted, Collection<String> names) {
    List<String> near = near(wanted, names);
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }

  /**
   * The names nearest to a wanted one: at most three, nearest first, at an edit distance of a third
   * of the length or less.
   */
  static List<String> near(String wanted, Collection<String> names) {
    int limit = Math.max(1, wanted.length() / 3);
    String word = wanted.toLowerCase(Locale.ROOT);
    ToIntFunction<String> edits = name -> EditDistance.of(word, name.toLowerCase(Locale.ROOT));
    return names.stream()
        .filter(name -> Math.abs(name.length() - word.length()) <= limit)
        .filter(name -> edits.applyAsInt(name) <= limit)
        .sorted(Comparator.comparingInt(edits).thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }
}
