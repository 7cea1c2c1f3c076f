package org.sparknmf.engine.spark;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.Partition;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.PartitionCoalescer;
import org.apache.spark.rdd.PartitionGroup;
import org.apache.spark.rdd.RDD;
import scala.Option;
import scala.collection.JavaConverters;

/**
 * Joins neighbouring partitions to fewer, so that the elements stay in order; Spark's own way joins
 * those that lie on one machine.
 */
public final class ConsecutivePartitions implements PartitionCoalescer, Serializable {
  private static final long serialVersionUID = 1L;

  private ConsecutivePartitions() {}

  /** The same elements in the same order, in at most so many partitions. */
  public static <T> JavaRDD<T> joined(JavaRDD<T> elements, int most) {
    RDD<T> joined =
        elements.rdd().coalesce(most, false, Option.apply(new ConsecutivePartitions()), null);
    return joined.toJavaRDD();
  }

  @Override
  public PartitionGroup[] coalesce(int most, RDD<?> parent) {
    Partition[] partitions = parent.partitions();
    int count = Math.min(most, partitions.length);
    PartitionGroup[] groups = new PartitionGroup[count];
    for (int group = 0; group < count; group++) {
      groups[group] = new PartitionGroup(Option.empty());
      for (int p = first(group, count, partitions); p < first(group + 1, count, partitions); p++) {
        members(groups[group]).add(partitions[p]);
      }
    }
    return groups;
  }

  /** Of the few ways to Scala's collections, one that is the same in all its versions. */
  @SuppressWarnings("deprecation")
  private static List<Partition> members(PartitionGroup group) {
    return JavaConverters.bufferAsJavaList(group.partitions());
  }

  private static int first(int group, int groups, Partition[] partitions) {
    return (int) ((long) partitions.length * group / groups);
  }
}
