package org.sparknmf.engine.sums;

import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.loss.Loss;

/** Adds up what consecutive segments contribute, as far as that goes without the others. */
public record PartialSums(BlockGrid grid, Loss loss) {
  /**
   * The terms of some columns, and the statistics of W if they begin with the first.
   *
   * @param segments consecutive segments
   * @param factorOf gives W's rows of the i-th of them
   * @param ht H', for a loss that needs it
   * @return the nodes of the tree that are complete here, in order
   */
  public List<SumNode> of(
      List<Segment> segments, IntFunction<FactorPart> factorOf, Factor ht, int from, int to) {
    int statistics = from == 0 ? FactorStatistics.length(grid.rank()) : 0;
    return sums(segments, factorOf, ht, from, to, statistics);
  }

  /** The terms of some columns alone. */
  public List<SumNode> terms(
      List<Segment> segments, IntFunction<FactorPart> factorOf, Factor ht, int from, int to) {
    return sums(segments, factorOf, ht, from, to, 0);
  }

  private List<SumNode> sums(
      List<Segment> segments,
      IntFunction<FactorPart> factorOf,
      Factor ht,
      int from,
      int to,
      int statistics) {
    int width = loss.width(grid.rank());
    OrderedReduce reduce = new OrderedReduce(grid.segments());
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      SumNode leaf = reduce.leaf(segment.index(), grid.precision(), to - from, width, statistics);
      FactorPart w = factorOf.apply(i);
      SegmentTask.addColumnTerms(segment, w, ht, from, to, loss, leaf.product());
      if (statistics > 0) {
        w.addStatistics(leaf.statistics());
      }
      reduce.add(leaf);
    }
    return reduce.nodes();
  }

  /** The statistics of W alone: as far as they go without the other partitions. */
  public static List<SumNode> statistics(Iterator<FactorPart> w, BlockGrid grid) {
    OrderedReduce reduce = new OrderedReduce(grid.segments());
    while (w.hasNext()) {
      FactorPart part = w.next();
      int length = FactorStatistics.length(grid.rank());
      SumNode leaf = reduce.leaf(part.index(), grid.precision(), 0, grid.rank(), length);
      part.addStatistics(leaf.statistics());
      reduce.add(leaf);
    }
    return reduce.nodes();
  }
}
