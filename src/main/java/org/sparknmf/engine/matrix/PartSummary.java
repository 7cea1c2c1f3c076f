package org.sparknmf.engine.matrix;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;

/**
 * What one partition tells of X: summaries of its segments, and which columns have a cell there.
 */
public final class PartSummary implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SegmentSummary[] segments;

  /** The columns as numbers where these take less room, else null. */
  private final int[] numbers;

  /** The columns as bits, else null. */
  private final long[] bits;

  private PartSummary(List<SegmentSummary> segments, BitSet columns) {
    this.segments = segments.toArray(SegmentSummary[]::new);
    boolean areFew = columns.cardinality() < columns.length() / Integer.SIZE;
    this.numbers = areFew ? columns.stream().toArray() : null;
    this.bits = areFew ? null : columns.toLongArray();
  }

  /** Looks at the segments of a partition. */
  static PartSummary of(Iterator<Segment> part) {
    List<SegmentSummary> summaries = new ArrayList<>();
    BitSet columns = new BitSet();
    while (part.hasNext()) {
      Segment segment = part.next();
      summaries.add(segment.summary());
      for (Segment.RowBlock block : segment.blocks()) {
        block.x().markColumns(columns);
      }
    }
    return new PartSummary(summaries, columns);
  }

  /** The summaries of the segments, in order; not to be modified. */
  SegmentSummary[] segments() {
    return segments;
  }

  /** Adds its columns to those of other partitions. */
  void addColumnsTo(BitSet all) {
    if (bits != null) {
      all.or(BitSet.valueOf(bits));
      return;
    }
    for (int column : numbers) {
      all.set(column);
    }
  }
}
