package org.sparknmf.engine.sums;

import java.io.Serializable;

/** What one partition of X has added up of X'W, for the columns of a stripe that it touches. */
public final class PartialStripe implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int partition;
  private final SumNode node;

  public PartialStripe(int partition, SumNode node) {
    this.partition = partition;
    this.node = node;
  }

  public int partition() {
    return partition;
  }

  public SumNode node() {
    return node;
  }
}
