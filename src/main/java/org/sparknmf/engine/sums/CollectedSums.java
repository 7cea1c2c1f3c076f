package org.sparknmf.engine.sums;

import java.util.List;
import org.apache.commons.collections4.IteratorUtils;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.engine.spark.Partitions;
import org.sparknmf.solver.FactorSums;
import org.sparknmf.solver.loss.Loss;

/** The driver collects each partition's sums and completes the tree: partitions x n x k numbers. */
public final class CollectedSums implements SumReduction {
  private final BlockGrid grid;
  private long bytesMoved;

  public CollectedSums(BlockGrid grid) {
    this.grid = grid;
  }

  @Override
  public FactorSums reduce(
      JavaRDD<Segment> segments, JavaRDD<FactorPart> w, Broadcast<HShare> h, Loss loss) {
    BlockGrid layout = grid;
    JavaRDD<SumNode> partial =
        Partitions.zipped(
            segments,
            w,
            (ownSegments, ownRows) -> {
              List<Segment> own = IteratorUtils.toList(ownSegments);
              List<FactorPart> rows = IteratorUtils.toList(ownRows);
              return new PartialSums(layout, loss)
                  .of(own, rows::get, h.value().ht(), 0, layout.columns())
                  .iterator();
            });
    OrderedReduce total = new OrderedReduce(grid.segments());
    bytesMoved = 0;
    for (SumNode node : Partitions.collected(partial)) {
      bytesMoved += node.bytes();
      total.add(node);
    }
    return FactorSums.whole(total.root().product(), total.root().statistics());
  }

  @Override
  public long bytesMoved() {
    return bytesMoved;
  }
}
