package org.sparknmf.engine.matrix;

import org.apache.spark.Partitioner;

/** Sends what is keyed by a partition number to that partition. */
public final class GridPartitioner extends Partitioner {
  private static final long serialVersionUID = 1L;

  private final int partitions;

  public GridPartitioner(int partitions) {
    this.partitions = partitions;
  }

  @Override
  public int numPartitions() {
    return partitions;
  }

  @Override
  public int getPartition(Object key) {
    return (Integer) key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GridPartitioner that && that.partitions == partitions;
  }

  @Override
  public int hashCode() {
    return partitions;
  }
}
