package org.sparknmf.fit.setting;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.sparknmf.text.EditDistance;

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
            .filter(candidate -> EditDistance.of(word, candidate) <= Math.max(1, word.length() / 3))
            .min(Comparator.comparingInt(candidate -> EditDistance.of(word, candidate)));
    if (alike.isPresent() || word.length() < SHORTEST_FRAGMENT) {
      return alike;
    }
    return candidates.stream().filter(candidate -> candidate.contains(word)).findFirst();
  }

  /** The clause {@code " (did you mean --rank?)"}, or nothing when no candidate is near. */
  public static String didYouMean(String word, Collection<String> candidates) {
    return nearest(word, candidates).map(found -> " (did you mean " + found + "?)").orElse("");
  }
}
