package org.sparknmf.engine.factor;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.sparknmf.engine.matrix.Batch;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.Precision;

/** Gives start values of a factor, the same for a row in every task. */
@FunctionalInterface
public non-sealed interface FactorStart extends FactorSource, Serializable {

  /**
   * Fills consecutive rows.
   *
   * @param firstRow global number of the first
   * @param target row-major (rows x k), overwritten
   */
  void fill(long firstRow, double[] target);

  /** Consecutive rows as a factor (count x rank). */
  default Factor rows(long firstRow, int count, int rank, Precision precision) {
    Factor factor = Factor.zeros(precision, count, rank);
    int window = Math.max(1, Math.min(count, 1024));
    for (int i = 0; i < count; i += window) {
      int height = Math.min(window, count - i);
      double[] values = new double[height * rank];
      fill(firstRow + i, values);
      factor.write(i, height, values);
    }
    return factor;
  }

  /** The rows of one segment. */
  default FactorPart part(Segment segment, BlockGrid grid) {
    Factor rows = rows(segment.firstRow(), segment.rows(), grid.rank(), grid.precision());
    return new FactorPart(segment.index(), segment.firstRow(), rows);
  }

  /** Rows go by their number in X wherever they are. */
  @Override
  default FactorSource of(Batch batch) {
    return this;
  }

  @Override
  default JavaRDD<FactorPart> beside(JavaRDD<Segment> segments, BlockGrid grid) {
    return segments.map(segment -> part(segment, grid));
  }

  @Override
  default List<FactorPart> of(List<Segment> segments, BlockGrid grid) {
    return segments.stream().map(segment -> part(segment, grid)).toList();
  }

  @Override
  default Factor whole(BlockGrid grid) {
    return rows(0, grid.columns(), grid.rank(), grid.precision());
  }

  @Override
  default JavaRDD<FactorPart> onStripes(StripePlaces places) {
    return places.made(this);
  }
}
