package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.linalg.Precision;
import java.util.Arrays;

/** Makes leaves of the tree of sums with all sums zero, in recycled arrays where there are any. */
final class LeafSums {
  private final Precision precision;
  private final int rank;

  LeafSums(Precision precision, int rank) {
    this.precision = precision;
    this.rank = rank;
  }

  /** A leaf for X'W (rows x k) and, if {@code gramLength} is not 0, for W'W. */
  SumNode zeros(int segment, int rows, int gramLength, OrderedReduce reduce) {
    SumNode used = reduce.recycled();
    if (used == null) {
      return new SumNode(0, segment, Factor.zeros(precision, rows, rank), new double[gramLength]);
    }
    used.product().clear(0, used.product().rows());
    Arrays.fill(used.gram(), 0);
    return new SumNode(0, segment, used.product(), used.gram());
  }
}
