package org.sparknmf.ml.recommend;

/** The largest of many scores, equal ones by ascending number: a sorted list of fixed length. */
final class BestEntries {
  private final int most;
  private final int[] numbers;
  private final double[] scores;
  private int size;

  BestEntries(int most) {
    this.most = most;
    this.numbers = new int[most];
    this.scores = new double[most];
  }

  void clear() {
    size = 0;
  }

  /** Whether a score that comes after all others would be kept. */
  boolean wouldKeep(double score) {
    return size < most || score > scores[size - 1];
  }

  /** Takes in a score whose number is larger than all before it. */
  void add(int number, double score) {
    if (!wouldKeep(score)) {
      return;
    }
    int at = size < most ? size++ : most - 1;
    while (at > 0 && scores[at - 1] < score) {
      scores[at] = scores[at - 1];
      numbers[at] = numbers[at - 1];
      at--;
    }
    scores[at] = score;
    numbers[at] = number;
  }

  int size() {
    return size;
  }

  int number(int i) {
    return numbers[i];
  }

  double score(int i) {
    return scores[i];
  }
}
