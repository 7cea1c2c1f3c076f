package org.sparknmf.io.read.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** Finds what somebody who mistyped a name may have meant. */
public final class SimilarNames {
  private static final int MOST = 3;

  private SimilarNames() {}

  /** {@code "; did you mean a or b?"}, or nothing when no name is near. */
  public static String hint(String wanted, Collection<String> names) {
    List<String> near = near(wanted, names);
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }

  /** At most three names, nearest first, at an edit distance of a third of the length or less. */
  static List<String> near(String wanted, Collection<String> names) {
    int limit = Math.max(1, wanted.length() / 3);
    String word = wanted.toLowerCase(Locale.ROOT);
    ToIntFunction<String> edits = name -> distance(word, name.toLowerCase(Locale.ROOT));
    return names.stream()
        .filter(name -> Math.abs(name.length() - word.length()) <= limit)
        .filter(name -> edits.applyAsInt(name) <= limit)
        .sorted(Comparator.comparingInt(edits).thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  /**
   * The number of letters to insert, delete, replace or swap with their neighbour (optimal string
   * alignment).
   */
  public static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : step(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(int[][] d, String a, String b, int i, int j) {
    int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
