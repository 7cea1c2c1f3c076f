package org.sparknmf.engine.matrix;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import scala.collection.Iterator;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Brings the summaries of all partitions together on the driver. Each is taken in as it comes: all
 * at a time would be as many sets of columns as there are partitions.
 */
final class PartSummaries {
  private final SegmentSummary[][] byPartition;
  private final BitSet columns = new BitSet();

  private PartSummaries(int partitions) {
    this.byPartition = new SegmentSummary[partitions][];
  }

  /** Looks at all segments, with one job. */
  static PartSummaries of(JavaRDD<Segment> segments) {
    PartSummaries all = new PartSummaries(segments.getNumPartitions());
    JavaRDD<PartSummary> parts =
        segments.mapPartitions(part -> List.of(PartSummary.of(part)).iterator());
    segments
        .context()
        .runJob(
            parts.rdd(), new Only(), all.new TakeIn(), ClassTag$.MODULE$.apply(PartSummary.class));
    return all;
  }

  /** The summaries of all segments, in order. */
  List<SegmentSummary> segments() {
    return Arrays.stream(byPartition).flatMap(Arrays::stream).toList();
  }

  /** The columns with a stored cell. */
  BitSet columns() {
    return columns;
  }

  /** The one summary of a partition. */
  private static final class Only extends AbstractFunction1<Iterator<PartSummary>, PartSummary>
      implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public PartSummary apply(Iterator<PartSummary> part) {
      return part.next();
    }
  }

  /** Stays on the driver, where Spark calls it for one partition at a time. */
  private final class TakeIn extends AbstractFunction2<Object, PartSummary, BoxedUnit> {

    @Override
    public BoxedUnit apply(Object partition, PartSummary part) {
      byPartition[(Integer) partition] = part.segments();
      part.addColumnsTo(columns);
      return BoxedUnit.UNIT;
    }
  }
}
