package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.TallFactor;
import io.github.sparknmf.solver.Residual;
import io.github.sparknmf.solver.UpdateRule;
import io.github.sparknmf.solver.Workspace;
import java.util.Arrays;

/** What one task does with the segments it is given, one after the other. */
final class SegmentTask {
  private final int rank;
  private final Workspace workspace;
  private double[] product = new double[0];

  SegmentTask(int rank) {
    this.rank = rank;
    this.workspace = new Workspace(rank);
  }

  /** The start values of the segment's rows of W. */
  static SegmentFactor start(Segment segment, RowStart start, int rank) {
    double[] rows = new double[segment.rows() * rank];
    start.fill(segment.firstRow(), rows);
    return new SegmentFactor(segment.index(), segment.firstRow(), rows);
  }

  /** One update of the segment's rows of W against H. */
  SegmentFactor update(Segment segment, SegmentFactor old, HShare h, UpdateRule rule) {
    double[] w = old.w().clone();
    for (Segment.RowBlock block : segment.blocks()) {
      int length = block.x().rows() * rank;
      if (product.length < length) {
        product = new double[length];
      }
      Arrays.fill(product, 0, length, 0);
      block.x().addTimes(h.ht(), rank, product, 0);
      rule.update(w, block.start(), block.x().rows(), product, 0, h.gram(), workspace);
    }
    return new SegmentFactor(old.segment(), old.firstRow(), w);
  }

  /** Adds the segment's X'W and W'W, block after block. */
  void addSums(Segment segment, SegmentFactor factor, SumNode sums) {
    for (Segment.RowBlock block : segment.blocks()) {
      block.x().addTransposedTimes(factor.w(), block.start(), rank, sums.product());
    }
    TallFactor.addGram(factor.w(), 0, segment.rows(), rank, sums.gram());
  }

  /** The segment's part of ||X - WH||^2. */
  double squaredResidual(Segment segment, SegmentFactor factor, HShare h) {
    Residual residual = new Residual(h.ht().length / rank, rank);
    double sum = 0;
    for (Segment.RowBlock block : segment.blocks()) {
      sum += residual.ofBlock(block.x(), factor.w(), block.start(), h.ht());
    }
    return sum;
  }
}
