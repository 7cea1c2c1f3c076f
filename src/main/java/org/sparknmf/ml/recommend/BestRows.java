package org.sparknmf.ml.recommend;

import java.util.Arrays;

/** The rows with the largest scores, equal ones by id: a sorted list of fixed length. */
final class BestRows {
  private final Object[] ids;
  private final double[] scores;
  private int size;

  BestRows(int most) {
    this.ids = new Object[most];
    this.scores = new double[most];
  }

  /** Takes in a row, if it is among the best so far. */
  void add(Object id, double score) {
    if (size == ids.length && !isBetter(id, score, size - 1)) {
      return;
    }
    int at = size < ids.length ? size++ : size - 1;
    while (at > 0 && isBetter(id, score, at - 1)) {
      scores[at] = scores[at - 1];
      ids[at] = ids[at - 1];
      at--;
    }
    scores[at] = score;
    ids[at] = id;
  }

  /** Ids are all strings or all longs. */
  @SuppressWarnings("unchecked")
  private boolean isBetter(Object id, double score, int place) {
    return score != scores[place]
        ? score > scores[place]
        : ((Comparable<Object>) id).compareTo(ids[place]) < 0;
  }

  /** Takes in those of another list. */
  void addAll(Object[] otherIds, double[] otherScores) {
    for (int i = 0; i < otherIds.length; i++) {
      add(otherIds[i], otherScores[i]);
    }
  }

  /** The ids, the best first. */
  Object[] ids() {
    return Arrays.copyOf(ids, size);
  }

  /** Their scores. */
  double[] scores() {
    return Arrays.copyOf(scores, size);
  }
}
