package org.sparknmf.engine.shuffle;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.factor.FactorStart;
import org.sparknmf.engine.factor.GivenRow;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.factor.StripePlaces;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.engine.spark.JobLabel;
import org.sparknmf.engine.spark.Partitions;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.engine.sums.PartialStripe;
import org.sparknmf.engine.sums.Route;
import org.sparknmf.engine.sums.SegmentNumber;
import org.sparknmf.engine.sums.StripePartitioner;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.Stripes;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.update.Rules;
import scala.Tuple2;

/** The two ways between the partitions of X and the stripes of H', known before they are used. */
public final class ShuffleTraffic implements StripePlaces {
  private static final StorageLevel LEVEL = StorageLevel.MEMORY_AND_DISK();

  private final BlockGrid grid;
  private final Stripes stripes;
  private final StripePartitioner toStripes;
  private final HashPartitioner toRows;
  private final JavaRDD<LocalMatrix> x;
  private final JavaRDD<StripeRoutes> routes;
  private final long rowsSent;
  private final long sumsSent;

  private ShuffleTraffic(
      BlockGrid grid,
      Stripes stripes,
      StripePartitioner toStripes,
      JavaRDD<LocalMatrix> x,
      JavaRDD<StripeRoutes> routes,
      long[] moved) {
    this.grid = grid;
    this.stripes = stripes;
    this.toStripes = toStripes;
    this.toRows = new HashPartitioner(grid.partitions());
    this.x = x;
    this.routes = routes;
    this.rowsSent = moved[0];
    this.sumsSent = moved[1];
  }

  /** Finds out which partition touches which columns; releases the matrix as it was. */
  public static ShuffleTraffic open(DistributedMatrix matrix, SparkScope scope) {
    BlockGrid grid = matrix.grid();
    Stripes stripes = new Stripes(grid.columns(), grid.rank());
    JavaRDD<LocalMatrix> x =
        scope.persist(
            matrix
                .segments()
                .mapPartitionsWithIndex(
                    (Integer partition, Iterator<Segment> segments) ->
                        List.of(LocalMatrix.of(partition, segments)).iterator(),
                    true),
            "X on its own columns",
            LEVEL);
    String label = "finding the columns that each partition touches";
    long[] moved =
        JobLabel.during(
            scope.context(),
            label,
            () ->
                x.map(local -> moved(local, grid))
                    .reduce((a, b) -> new long[] {a[0] + b[0], a[1] + b[1]}));
    double bytes = (double) (moved[0] + moved[1]) * grid.rank() * grid.precision().bytes();
    StripePartitioner toStripes =
        StripePartitioner.forSums(stripes, bytes, scope.context().defaultParallelism());
    JavaPairRDD<Integer, Route> sent =
        x.flatMapToPair(local -> local.routes(stripes).iterator()).partitionBy(toStripes);
    JavaRDD<StripeRoutes> routes =
        scope.persist(
            sent.mapPartitionsWithIndex(
                (Integer partition, Iterator<Tuple2<Integer, Route>> all) ->
                    routesOf(toStripes.stripesOf(partition), all, stripes),
                true),
            "routes",
            LEVEL);
    JobLabel.during(scope.context(), label, routes::count);
    matrix.release();
    return new ShuffleTraffic(grid, stripes, toStripes, x, routes, moved);
  }

  /**
   * Rows moved: each touched row of H' one way, and back as often as there are sums to be
   * completed.
   */
  private static long[] moved(LocalMatrix local, BlockGrid grid) {
    long touched = local.columns().length;
    return new long[] {touched, grid.subtreesOf(local.partition()) * touched};
  }

  private static Iterator<StripeRoutes> routesOf(
      IntStream own, Iterator<Tuple2<Integer, Route>> all, Stripes stripes) {
    TreeMap<Integer, List<Route>> byStripe = new TreeMap<>();
    own.forEach(stripe -> byStripe.put(stripe, new ArrayList<>()));
    all.forEachRemaining(pair -> byStripe.get(pair._1()).add(pair._2()));
    return byStripe.entrySet().stream()
        .map(
            entry ->
                new StripeRoutes(entry.getKey(), stripes.size(entry.getKey()), entry.getValue()))
        .iterator();
  }

  /** The traffic by the same routes for factors of another rank and precision. */
  public ShuffleTraffic of(BlockGrid other) {
    long[] moved = {rowsSent, sumsSent};
    return new ShuffleTraffic(other, stripes, toStripes, x, routes, moved);
  }

  /** How the factors are laid out. */
  BlockGrid grid() {
    return grid;
  }

  /** The start values of W. */
  public JavaRDD<FactorPart> onSegments(FactorSource start) {
    return start.beside(x.flatMap(local -> local.segments().iterator()), grid);
  }

  /** The start values of H', from their row numbers. */
  @Override
  public JavaRDD<FactorPart> made(FactorStart start) {
    Stripes cuts = stripes;
    BlockGrid layout = grid;
    return routes.map(
        route -> {
          int first = cuts.start(route.stripe());
          int count = cuts.size(route.stripe());
          Factor rows = start.rows(first, count, layout.rank(), layout.precision());
          return new FactorPart(route.stripe(), first, rows);
        });
  }

  /** Rows that are given by their numbers, where the stripes are that they belong to. */
  @Override
  public JavaRDD<GivenRow> sent(JavaRDD<GivenRow> rows) {
    Stripes cuts = stripes;
    return rows.mapToPair(row -> new Tuple2<>(cuts.of((int) row.number()), row))
        .partitionBy(toStripes)
        .values();
  }

  /**
   * W improved against H: each partition of X receives the rows of H' that it touches.
   *
   * @param weight of the momentum of W, where both factors have momentum
   */
  public JavaRDD<FactorPart> improvedRows(
      JavaRDD<FactorPart> w,
      JavaRDD<FactorPart> h,
      double[] statistics,
      Rules rules,
      double weight) {
    return local(w)
        .zipPartitions(
            pieces(h), (own, arriving) -> own.next().update(arriving, statistics, rules, weight));
  }

  /** One number for each segment, which W, the touched rows of H and its statistics give. */
  public JavaRDD<Double> numbers(
      JavaRDD<FactorPart> w, JavaRDD<FactorPart> h, double[] statistics, SharedNumber number) {
    return local(w)
        .zipPartitions(
            pieces(h),
            (own, arriving) -> {
              LocalRows rows = own.next();
              HShare share = new HShare(rows.assemble(arriving), statistics);
              return rows.numbers((segment, part) -> number.of(segment, part, share));
            });
  }

  /** One number for each segment, which needs nothing of H. */
  public JavaRDD<Double> numbers(JavaRDD<FactorPart> w, SegmentNumber number) {
    return local(w).mapPartitions(own -> own.next().numbers(number));
  }

  /** A number that a segment, its rows of W and the touched rows of H' give. */
  @FunctionalInterface
  public interface SharedNumber extends Serializable {
    public double of(Segment segment, FactorPart rows, HShare h);
  }

  private JavaRDD<LocalRows> local(JavaRDD<FactorPart> w) {
    BlockGrid layout = grid;
    Stripes cuts = stripes;
    return Partitions.zipped(
        x, w, (own, rows) -> List.of(new LocalRows(own, rows, layout, cuts)).iterator());
  }

  private JavaPairRDD<Integer, StripePiece> pieces(JavaRDD<FactorPart> h) {
    return h.zip(routes)
        .flatMapToPair(pair -> pair._2().send(pair._1().rows()).iterator())
        .partitionBy(toRows);
  }

  /** The terms of H, one element a stripe: sums over the partitions, added in order. */
  public JavaRDD<FactorPart> terms(JavaRDD<FactorPart> w, JavaRDD<FactorPart> h, Loss loss) {
    BlockGrid layout = grid;
    Stripes cuts = stripes;
    int width = loss.width(grid.rank());
    JavaRDD<Tuple2<Integer, PartialStripe>> sums =
        loss.needsBothFactors()
            ? local(w)
                .zipPartitions(
                    pieces(h),
                    (own, arriving) -> {
                      LocalRows rows = own.next();
                      return rows.sums(rows.assemble(arriving), loss);
                    })
            : local(w).mapPartitions(own -> own.next().sums(HShare.none(layout).ht(), loss));
    JavaPairRDD<Integer, PartialStripe> partial =
        sums.mapToPair(pair -> pair).partitionBy(toStripes);
    return routes.zipPartitions(
        partial, (ways, arriving) -> StripeProducts.complete(ways, arriving, layout, cuts, width));
  }

  /** A loss that visits every cell, one number a segment. */
  public JavaRDD<Double> fullLoss(JavaRDD<FactorPart> w, Broadcast<Factor> ht, Loss loss) {
    return local(w).mapPartitions(own -> own.next().fullLoss(ht.value(), loss));
  }

  /**
   * Bytes of an iteration: the touched rows of H' one way, the terms of as many columns the other,
   * and statistics to the driver. A loss that needs both factors sends the rows twice, for W and
   * for the terms, and once more for the loss itself where the terms do not tell it.
   */
  public long bytesMoved(Loss loss) {
    long statistics = stripes.count();
    for (int p = 0; p < grid.partitions(); p++) {
      statistics += grid.subtreesOf(p);
    }
    long numbers = rowsSent * timesSent(loss) * grid.rank() + sumsSent * loss.width(grid.rank());
    return numbers * grid.precision().bytes()
        + 8 * statistics * FactorStatistics.length(grid.rank());
  }

  private static int timesSent(Loss loss) {
    if (!loss.needsBothFactors()) {
      return 1;
    }
    return loss.isToldByTerms() ? 2 : 3;
  }
}
