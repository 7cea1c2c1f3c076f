package org.sparknmf.engine.sums;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.collections4.IteratorUtils;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.engine.spark.Partitions;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorSums;
import org.sparknmf.solver.Stripes;
import org.sparknmf.solver.loss.Loss;
import scala.Tuple2;

/**
 * Reduce-scatter by stripes of columns: each partition sends its sums of a stripe to the task that
 * completes the tree for this stripe, and the driver collects n x k numbers once, however many
 * partitions there are.
 */
public final class ScatteredSums implements SumReduction {
  private final BlockGrid grid;
  private final Stripes stripes;
  private final StripePartitioner partitioner;
  private long bytesMoved;

  public ScatteredSums(BlockGrid grid, int width, int parallelism) {
    this.grid = grid;
    this.stripes = new Stripes(grid.columns(), grid.rank());
    double columns = (double) grid.columns() * width * grid.precision().bytes();
    this.partitioner = StripePartitioner.forSums(stripes, grid.partitions() * columns, parallelism);
  }

  @Override
  public FactorSums reduce(
      JavaRDD<Segment> segments, JavaRDD<FactorPart> w, Broadcast<HShare> h, Loss loss) {
    BlockGrid layout = grid;
    Stripes cuts = stripes;
    JavaPairRDD<Integer, PackedSum> partial =
        Partitions.zipped(
                segments,
                w,
                (ownSegments, ownRows) ->
                    sumsByStripe(
                        IteratorUtils.toList(ownSegments),
                        IteratorUtils.toList(ownRows),
                        new PartialSums(layout, loss),
                        cuts,
                        h.value().ht()))
            .mapToPair(pair -> pair);
    JavaPairRDD<Integer, PackedSum> scattered = partial.partitionBy(partitioner);
    List<StripeSum> complete =
        Partitions.collected(
            scattered.mapPartitions(
                nodes -> StripeSum.complete(nodes, layout.segments()).iterator()));
    SparkScope.forgetShuffle(scattered.values());
    List<Factor> product = new ArrayList<>(complete.size());
    bytesMoved = 0;
    for (StripeSum stripe : complete) {
      bytesMoved += stripe.arrived() + stripe.bytes();
      product.add(stripe.product());
    }
    return FactorSums.striped(product, complete.get(0).statistics());
  }

  /** One stripe after the other, so that no task holds the sums of all columns. */
  private static Iterator<Tuple2<Integer, PackedSum>> sumsByStripe(
      List<Segment> segments, List<FactorPart> rows, PartialSums sums, Stripes stripes, Factor ht) {
    return IntStream.range(0, stripes.count())
        .boxed()
        .flatMap(
            s ->
                sums.of(segments, rows::get, ht, stripes.start(s), stripes.start(s + 1)).stream()
                    .map(node -> new Tuple2<>(s, PackedSum.of(node))))
        .iterator();
  }

  @Override
  public long bytesMoved() {
    return bytesMoved;
  }
}
