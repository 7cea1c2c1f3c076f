package org.sparknmf.engine.factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.sparknmf.engine.matrix.Batch;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.engine.spark.JobLabel;
import org.sparknmf.linalg.Factor;
import scala.Tuple2;

/**
 * Start values of which some are given by row number: they replace those of another source. Each
 * number is given once at most, so that nothing depends on where the rows come from.
 */
public final class GivenFactor implements FactorSource {
  private final FactorSource others;
  private final JavaRDD<GivenRow> rows;
  private final int cleared;

  private GivenFactor(FactorSource others, JavaRDD<GivenRow> rows, int cleared) {
    this.others = others;
    this.rows = rows;
    this.cleared = cleared;
  }

  /**
   * A factor some of whose rows are given as a whole.
   *
   * @param others where the rows start that are not given
   */
  public static GivenFactor rows(FactorSource others, JavaRDD<GivenRow> rows) {
    return new GivenFactor(others, rows, 0);
  }

  /**
   * The first components given, which are 0 in rows that are not.
   *
   * @param others where the other components start
   * @param count how many components are given
   */
  public static GivenFactor components(FactorSource others, JavaRDD<GivenRow> rows, int count) {
    return new GivenFactor(others, rows, count);
  }

  @Override
  public JavaRDD<FactorPart> beside(JavaRDD<Segment> segments, BlockGrid grid) {
    JavaRDD<GivenRow> sent =
        rows.mapToPair(row -> new Tuple2<>(partitionOf(row, grid), row))
            .partitionBy(new HashPartitioner(grid.partitions()))
            .values();
    return merged(others.beside(segments, grid), sent);
  }

  private static Integer partitionOf(GivenRow row, BlockGrid grid) {
    return grid.partitionOf(grid.segmentOf(row.number()));
  }

  @Override
  public List<FactorPart> of(List<Segment> segments, BlockGrid grid) {
    return merged(others.of(segments, grid).iterator(), collected(), cleared);
  }

  @Override
  public FactorSource of(Batch batch) {
    if (batch.count() > 1) {
      throw new IllegalStateException("batches of rows start from no given factors");
    }
    return this;
  }

  @Override
  public Factor whole(BlockGrid grid) {
    Factor whole = others.whole(grid);
    clear(whole, cleared);
    collected().forEachRemaining(row -> row.writeInto(whole, 0));
    return whole;
  }

  @Override
  public JavaRDD<FactorPart> onStripes(StripePlaces places) {
    return merged(others.onStripes(places), places.sent(rows));
  }

  private Iterator<GivenRow> collected() {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(rows.context());
    return JobLabel.during(context, "bringing given start values into the driver", rows::collect)
        .iterator();
  }

  private JavaRDD<FactorPart> merged(JavaRDD<FactorPart> parts, JavaRDD<GivenRow> sent) {
    int components = cleared;
    return parts.zipPartitions(
        sent, (own, arriving) -> merged(own, arriving, components).iterator());
  }

  /** Copies of consecutive parts, with the rows that are given. */
  private static List<FactorPart> merged(
      Iterator<FactorPart> parts, Iterator<GivenRow> given, int cleared) {
    TreeMap<Long, FactorPart> byFirstRow = new TreeMap<>();
    while (parts.hasNext()) {
      FactorPart part = parts.next();
      Factor copy = part.rows().copy();
      clear(copy, cleared);
      byFirstRow.put(part.firstRow(), part.next(copy, 0));
    }
    while (given.hasNext()) {
      GivenRow row = given.next();
      FactorPart part = byFirstRow.floorEntry(row.number()).getValue();
      row.writeInto(part.rows(), part.firstRow());
    }
    return new ArrayList<>(byFirstRow.values());
  }

  private static void clear(Factor factor, int components) {
    if (components == 0) {
      return;
    }
    double[] row = new double[factor.rank()];
    for (int i = 0; i < factor.rows(); i++) {
      factor.read(i, 1, row);
      Arrays.fill(row, 0, components, 0);
      factor.write(i, 1, row);
    }
  }
}
