package io.github.sparknmf.engine;

import java.io.Serializable;

/** What one partition of X has added up of X'W, for the columns of a stripe that it touches. */
final class PartialStripe implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int partition;
  private final SumNode node;

  PartialStripe(int partition, SumNode node) {
    this.partition = partition;
    this.node = node;
  }

  int partition() {
    return partition;
  }

  SumNode node() {
    return node;
  }
}
