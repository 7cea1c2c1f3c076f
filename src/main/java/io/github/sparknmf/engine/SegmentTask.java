package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.linalg.Precision;
import io.github.sparknmf.solver.FactorUpdate;
import io.github.sparknmf.solver.Residual;
import io.github.sparknmf.solver.UpdateRule;

/** What one task does with the segments it is given, one after the other. */
final class SegmentTask {
  private Factor product;

  /** The start values of the segment's rows of W. */
  static FactorPart start(Segment segment, FactorStart start, int rank, Precision precision) {
    Factor rows = start.rows(segment.firstRow(), segment.rows(), rank, precision);
    return new FactorPart(segment.index(), segment.firstRow(), rows);
  }

  /** One update of the segment's rows of W against H. */
  FactorPart update(Segment segment, FactorPart old, HShare h, UpdateRule rule) {
    Factor w = old.rows().copy();
    for (Segment.RowBlock block : segment.blocks()) {
      int rows = block.x().rows();
      if (product == null || product.rows() < rows) {
        product = w.zerosLike(rows);
      }
      product.clear(0, rows);
      block.x().addTimes(h.ht(), product, 0);
      FactorUpdate.apply(rule, w, block.start(), rows, product, 0, h.gram());
    }
    return new FactorPart(old.index(), old.firstRow(), w);
  }

  /** Adds the segment's X'W for some columns, block after block. */
  static void addProduct(Segment segment, FactorPart w, int from, int to, Factor sums) {
    for (Segment.RowBlock block : segment.blocks()) {
      block.x().addTransposedTimes(w.rows(), block.start(), from, to, sums);
    }
  }

  /** The segment's part of ||X - WH||^2. */
  static double squaredResidual(Segment segment, FactorPart w, Factor ht) {
    Residual residual = new Residual(ht);
    double sum = 0;
    for (Segment.RowBlock block : segment.blocks()) {
      sum += residual.ofBlock(block.x(), w.rows(), block.start());
    }
    return sum;
  }
}
