package io.github.sparknmf.engine;

import java.io.Serializable;

/**
 * X'W and W'W summed over the segments below one node of the fixed binary tree: node {@code index}
 * of level l covers segments {@code index 2^l} to {@code (index + 1) 2^l - 1}.
 */
final class SumNode implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int level;
  private final int index;
  private final double[] product;
  private final double[] gram;

  SumNode(int level, int index, double[] product, double[] gram) {
    this.level = level;
    this.index = index;
    this.product = product;
    this.gram = gram;
  }

  int level() {
    return level;
  }

  int index() {
    return index;
  }

  double[] product() {
    return product;
  }

  double[] gram() {
    return gram;
  }

  boolean isLeft() {
    return index % 2 == 0;
  }

  /** The parent's sums, made in this left child's arrays. */
  SumNode plus(SumNode right) {
    add(right.product, product);
    add(right.gram, gram);
    return parent();
  }

  /** The parent where this is its only child. */
  SumNode parent() {
    return new SumNode(level + 1, index / 2, product, gram);
  }

  private static void add(double[] terms, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += terms[i];
    }
  }
}
