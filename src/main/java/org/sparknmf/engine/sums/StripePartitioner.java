package org.sparknmf.engine.sums;

import java.util.stream.IntStream;
import org.apache.spark.Partitioner;
import org.sparknmf.solver.Stripes;

/** Sends consecutive stripes of columns to one partition. */
public final class StripePartitioner extends Partitioner {
  private static final long serialVersionUID = 1L;

  /** What a task should hold of the sums that reach it. */
  private static final long BYTES_PER_TASK = 64L << 20;

  private final int stripes;
  private final int partitions;

  private StripePartitioner(int stripes, int partitions) {
    this.stripes = stripes;
    this.partitions = partitions;
  }

  /**
   * A partitioner with so many partitions that none holds too much of the sums that reach it.
   *
   * @param bytes of the sums that reach all of them
   * @param parallelism how many tasks run at a time
   */
  public static StripePartitioner forSums(Stripes stripes, double bytes, int parallelism) {
    long wanted = Math.max(parallelism, (long) (bytes / BYTES_PER_TASK) + 1);
    return new StripePartitioner(stripes.count(), (int) Math.min(wanted, stripes.count()));
  }

  @Override
  public int numPartitions() {
    return partitions;
  }

  @Override
  public int getPartition(Object stripe) {
    return (int) ((long) (Integer) stripe * partitions / stripes);
  }

  /** The stripes of a partition, ascending. */
  public IntStream stripesOf(int partition) {
    return IntStream.range(0, stripes).filter(stripe -> getPartition(stripe) == partition);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StripePartitioner that
        && that.partitions == partitions
        && that.stripes == stripes;
  }

  @Override
  public int hashCode() {
    return 31 * partitions + stripes;
  }
}
