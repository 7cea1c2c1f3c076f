package org.sparknmf.fit.setting;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class Spelling {
  private static final int SHORTEST_FRAGMENT = 4;

  private Spelling() {}

  /**
   * The candidate nearest to a word: at most a third of its letters apart, else one that contains
   * it.
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    Optional<String> alike =
        candidates.stream()
            .filter(candidate -> distance(word, candidate) <= Math.max(1, word.length() / 3))
            .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    if (alike.isPresent() || word.length() < SHORTEST_FRAGMENT) {
      return alike;
    }
    return candidates.stream().filter(candidate -> candidate.contains(word)).findFirst();
  }

  /** The clause {@code " (did you mean --rank?)"}, or nothing when no candidate is near. */
  public static String didYouMean(String word, Collection<String> candidates) {
    return nearest(word, candidates).map(found -> " (did you mean " + found + "?)").orElse("");
  }

  /**
   * The number of letters to insert, delete, replace or swap with their neighbour (optimal string
   * alignment).
   */
  static int distance(String a, String b) {
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
