package org.sparknmf.engine.sums;

import java.io.Serializable;
import org.sparknmf.linalg.Factor;

/**
 * The terms of H (of some or all columns) and the statistics of W summed over the segments below
 * one node of the fixed binary tree: node {@code index} of level l covers segments {@code index
 * 2^l} to {@code (index + 1) 2^l - 1}.
 */
public final class SumNode implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int level;
  private final int index;
  private final Factor product;
  private final double[] statistics;

  public SumNode(int level, int index, Factor product, double[] statistics) {
    this.level = level;
    this.index = index;
    this.product = product;
    this.statistics = statistics;
  }

  int level() {
    return level;
  }

  int index() {
    return index;
  }

  public Factor product() {
    return product;
  }

  public double[] statistics() {
    return statistics;
  }

  /** Bytes of its numbers. */
  long bytes() {
    return product.bytes() + 8L * statistics.length;
  }

  /** The first segment that it covers. */
  public long firstSegment() {
    return (long) index << level;
  }

  boolean isLeft() {
    return index % 2 == 0;
  }

  /** A node at the same place in the tree with other sums. */
  public SumNode with(Factor newProduct, double[] newStatistics) {
    return new SumNode(level, index, newProduct, newStatistics);
  }

  /** The parent's sums, made in this left child's arrays. */
  SumNode plus(SumNode right) {
    product.add(right.product);
    for (int p = 0; p < statistics.length; p++) {
      statistics[p] += right.statistics[p];
    }
    return parent();
  }

  /** The parent where this is its only child. */
  SumNode parent() {
    return new SumNode(level + 1, index / 2, product, statistics);
  }
}
