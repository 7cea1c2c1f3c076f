package org.sparknmf.engine.factor;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.sparknmf.engine.matrix.Batch;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.linalg.Factor;

/** The source of a factor's start values; each plan asks in its own way. */
public sealed interface FactorSource
    permits FactorStart, GivenFactor, FactorSource.Distributed, FactorSource.Held {

  /** The rows of each segment, where X's segments are. */
  JavaRDD<FactorPart> beside(JavaRDD<Segment> segments, BlockGrid grid);

  /** The rows of each segment, in this JVM. */
  List<FactorPart> of(List<Segment> segments, BlockGrid grid);

  /** The rows of a batch alone, whose parts are numbered as its segments. */
  FactorSource of(Batch batch);

  /** All rows of a factor of the columns, in this JVM, newly made. */
  Factor whole(BlockGrid grid);

  /** The rows of each stripe, where the stripes are. */
  JavaRDD<FactorPart> onStripes(StripePlaces places);

  /**
   * Rows that lie where they are needed: one part a segment or stripe, partitioned as these are.
   */
  record Distributed(JavaRDD<FactorPart> parts) implements FactorSource {

    @Override
    public FactorSource of(Batch batch) {
      return new Distributed(
          parts
              .filter(part -> batch.holds(part.index()))
              .map(part -> part.numbered(batch.within(part.index()))));
    }

    @Override
    public JavaRDD<FactorPart> beside(JavaRDD<Segment> segments, BlockGrid grid) {
      return parts;
    }

    @Override
    public List<FactorPart> of(List<Segment> segments, BlockGrid grid) {
      return parts.collect();
    }

    @Override
    public Factor whole(BlockGrid grid) {
      return FactorParts.whole(parts.collect(), grid);
    }

    @Override
    public JavaRDD<FactorPart> onStripes(StripePlaces places) {
      return parts;
    }
  }

  /** Rows in this JVM, for plans that keep this factor here. */
  record Held(List<FactorPart> parts) implements FactorSource {

    /** Copies the list. */
    public Held {
      parts = List.copyOf(parts);
    }

    @Override
    public FactorSource of(Batch batch) {
      return new Held(
          parts.stream()
              .filter(part -> batch.holds(part.index()))
              .map(part -> part.numbered(batch.within(part.index())))
              .toList());
    }

    @Override
    public JavaRDD<FactorPart> beside(JavaRDD<Segment> segments, BlockGrid grid) {
      throw new IllegalStateException("these rows are on the driver");
    }

    @Override
    public List<FactorPart> of(List<Segment> segments, BlockGrid grid) {
      return parts;
    }

    @Override
    public Factor whole(BlockGrid grid) {
      return FactorParts.whole(parts, grid);
    }

    @Override
    public JavaRDD<FactorPart> onStripes(StripePlaces places) {
      throw new IllegalStateException("these rows are on the driver");
    }
  }
}
