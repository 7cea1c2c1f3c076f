package org.sparknmf.engine.sums;

import java.util.Arrays;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.Precision;

/** Makes leaves of the tree of sums with all sums zero, in recycled arrays where there are any. */
final class LeafSums {
  private final Precision precision;
  private final int width;

  LeafSums(Precision precision, int width) {
    this.precision = precision;
    this.width = width;
  }

  /** A leaf for the terms of so many columns and, if asked for, the statistics of W. */
  SumNode zeros(int segment, int rows, int statisticsLength, OrderedReduce reduce) {
    SumNode used = reduce.recycled();
    if (used == null) {
      return new SumNode(
          0, segment, Factor.zeros(precision, rows, width), new double[statisticsLength]);
    }
    used.product().clear(0, used.product().rows());
    Arrays.fill(used.statistics(), 0);
    return new SumNode(0, segment, used.product(), used.statistics());
  }
}
