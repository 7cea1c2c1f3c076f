package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.Factor;
import java.io.Serializable;

/**
 * X'W (some or all of its rows) and W'W summed over the segments below one node of the fixed binary
 * tree: node {@code index} of level l covers segments {@code index 2^l} to {@code (index + 1) 2^l -
 * 1}.
 */
final class SumNode implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int level;
  private final int index;
  private final Factor product;
  private final double[] gram;

  SumNode(int level, int index, Factor product, double[] gram) {
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

  Factor product() {
    return product;
  }

  double[] gram() {
    return gram;
  }

  /** Bytes of its numbers. */
  long bytes() {
    return product.bytes() + 8L * gram.length;
  }

  /** The first segment that it covers. */
  long firstSegment() {
    return (long) index << level;
  }

  boolean isLeft() {
    return index % 2 == 0;
  }

  /** The same place in the tree for other sums. */
  SumNode with(Factor newProduct, double[] newGram) {
    return new SumNode(level, index, newProduct, newGram);
  }

  /** The parent's sums, made in this left child's arrays. */
  SumNode plus(SumNode right) {
    product.add(right.product);
    for (int p = 0; p < gram.length; p++) {
      gram[p] += right.gram[p];
    }
    return parent();
  }

  /** The parent where this is its only child. */
  SumNode parent() {
    return new SumNode(level + 1, index / 2, product, gram);
  }
}
