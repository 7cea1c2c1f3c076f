package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.solver.Stripes;
import io.github.sparknmf.solver.UpdateRule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/** The two ways between the partitions of X and the stripes of H', known before they are used. */
final class ShuffleTraffic {
  private static final StorageLevel LEVEL = StorageLevel.MEMORY_AND_DISK();

  private final BlockGrid grid;
  private final Stripes stripes;
  private final StripePartitioner toStripes;
  private final GridPartitioner toRows;
  private final JavaRDD<LocalMatrix> x;
  private final JavaRDD<StripeRoutes> routes;
  private final long rowsMoved;

  private ShuffleTraffic(
      BlockGrid grid,
      Stripes stripes,
      StripePartitioner toStripes,
      JavaRDD<LocalMatrix> x,
      JavaRDD<StripeRoutes> routes,
      long rowsMoved) {
    this.grid = grid;
    this.stripes = stripes;
    this.toStripes = toStripes;
    this.toRows = new GridPartitioner(grid.partitions());
    this.x = x;
    this.routes = routes;
    this.rowsMoved = rowsMoved;
  }

  /** Finds out which partition touches which columns; releases the matrix as it was. */
  static ShuffleTraffic open(DistributedMatrix matrix, SparkScope scope) {
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
    long rowsMoved =
        JobLabel.during(
            scope.context(), label, () -> x.map(local -> rowsMoved(local, grid)).reduce(Long::sum));
    double bytes = (double) rowsMoved * grid.rank() * grid.precision().bytes();
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
    return new ShuffleTraffic(grid, stripes, toStripes, x, routes, rowsMoved);
  }

  /** Each touched row of H' one way, and back as often as there are sums to be completed. */
  private static long rowsMoved(LocalMatrix local, BlockGrid grid) {
    return (1L + grid.subtreesOf(local.partition())) * local.columns().length;
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

  /** The start values of W. */
  JavaRDD<FactorPart> startOfW(FactorStart start) {
    BlockGrid layout = grid;
    return x.flatMap(
        local ->
            local.segments().stream()
                .map(part -> SegmentTask.start(part, start, layout.rank(), layout.precision()))
                .iterator());
  }

  /** The start values of H'. */
  JavaRDD<FactorPart> startOfH(FactorStart start) {
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

  /** W improved against H: each partition of X receives the rows of H' that it touches. */
  JavaRDD<FactorPart> improvedRows(
      JavaRDD<FactorPart> w, JavaRDD<FactorPart> h, double[] gram, UpdateRule rule) {
    BlockGrid layout = grid;
    Stripes cuts = stripes;
    JavaPairRDD<Integer, StripePiece> pieces =
        h.zipPartitions(
                routes,
                (parts, ways) -> new FlatPairs<>(parts, ways, (part, way) -> way.send(part.rows())))
            .mapToPair(pair -> pair)
            .partitionBy(toRows);
    return x.zipPartitions(
            w, (own, rows) -> List.of(new LocalRows(own, rows, layout, cuts)).iterator())
        .zipPartitions(pieces, (own, arriving) -> own.next().update(arriving, gram, rule));
  }

  /** X'W, one element a stripe: sums of the columns that each partition touches, added in order. */
  JavaRDD<FactorPart> product(JavaRDD<FactorPart> w) {
    BlockGrid layout = grid;
    Stripes cuts = stripes;
    JavaPairRDD<Integer, PartialStripe> partial =
        x.zipPartitions(w, (own, rows) -> new LocalRows(own, rows, layout, cuts).sums())
            .mapToPair(pair -> pair)
            .partitionBy(toStripes);
    return routes.zipPartitions(
        partial, (ways, arriving) -> StripeProducts.complete(ways, arriving, layout, cuts));
  }

  /** The parts of ||X - WH||^2, one a segment. */
  JavaRDD<Double> squaredResiduals(JavaRDD<FactorPart> w, Broadcast<Factor> ht) {
    BlockGrid layout = grid;
    Stripes cuts = stripes;
    return x.zipPartitions(
        w, (own, rows) -> new LocalRows(own, rows, layout, cuts).squaredResiduals(ht.value()));
  }

  /**
   * Bytes of an iteration: the touched rows of H' one way, the sums of X'W the other, and Gram
   * matrices to the driver.
   */
  long bytesMoved() {
    long grams = stripes.count();
    for (int p = 0; p < grid.partitions(); p++) {
      grams += grid.subtreesOf(p);
    }
    return rowsMoved * grid.rank() * grid.precision().bytes()
        + 8 * grams * grid.rank() * grid.rank();
  }
}
