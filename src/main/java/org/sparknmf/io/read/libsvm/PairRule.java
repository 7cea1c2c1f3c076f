package org.sparknmf.io.read.libsvm;

/** How lines of {@code index:value} are to be read. */
public enum PairRule {
  /** A label, then pairs whose indices are from 1 and rise. */
  FROM_ONE(1),
  /** A label, then pairs whose indices are from 0 and rise. */
  FROM_ZERO(0),
  /** The number of pairs, then pairs whose indices are from 0, in any order: Blei's lda-c. */
  LDA(0);

  private final int first;

  PairRule(int first) {
    this.first = first;
  }

  /** The lowest index. */
  int first() {
    return first;
  }

  /** Whether a line begins with the number of its pairs. */
  boolean counts() {
    return this == LDA;
  }
}
