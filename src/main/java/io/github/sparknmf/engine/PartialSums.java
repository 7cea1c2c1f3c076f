package io.github.sparknmf.engine;

import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;

/** Adds up what consecutive segments contribute, as far as that goes without the others. */
final class PartialSums {
  private final BlockGrid grid;
  private final LeafSums leaves;

  PartialSums(BlockGrid grid) {
    this.grid = grid;
    this.leaves = new LeafSums(grid.precision(), grid.rank());
  }

  /**
   * X'W for some columns, and W'W if they begin with the first.
   *
   * @param segments consecutive segments
   * @param factorOf gives W's rows of the i-th of them
   * @return the nodes of the tree that are complete here, in order
   */
  List<SumNode> of(List<Segment> segments, IntFunction<FactorPart> factorOf, int from, int to) {
    return sums(segments, factorOf, from, to, from == 0 ? grid.rank() * grid.rank() : 0);
  }

  /** X'W for some columns alone. */
  List<SumNode> products(
      List<Segment> segments, IntFunction<FactorPart> factorOf, int from, int to) {
    return sums(segments, factorOf, from, to, 0);
  }

  private List<SumNode> sums(
      List<Segment> segments, IntFunction<FactorPart> factorOf, int from, int to, int gramLength) {
    OrderedReduce reduce = new OrderedReduce(grid.segments());
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      SumNode leaf = leaves.zeros(segment.index(), to - from, gramLength, reduce);
      FactorPart w = factorOf.apply(i);
      SegmentTask.addProduct(segment, w, from, to, leaf.product());
      if (gramLength > 0) {
        w.rows().addGram(0, w.rows().rows(), leaf.gram());
      }
      reduce.add(leaf);
    }
    return reduce.nodes();
  }

  /** W'W alone: as far as it goes without the other partitions. */
  static List<SumNode> grams(Iterator<FactorPart> w, BlockGrid grid) {
    LeafSums leaves = new LeafSums(grid.precision(), grid.rank());
    OrderedReduce reduce = new OrderedReduce(grid.segments());
    while (w.hasNext()) {
      FactorPart part = w.next();
      SumNode leaf = leaves.zeros(part.index(), 0, grid.rank() * grid.rank(), reduce);
      part.rows().addGram(0, part.rows().rows(), leaf.gram());
      reduce.add(leaf);
    }
    return reduce.nodes();
  }
}
