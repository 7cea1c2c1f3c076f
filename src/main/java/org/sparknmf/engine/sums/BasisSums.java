package org.sparknmf.engine.sums;

import java.util.Iterator;
import java.util.List;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.FactorStatistics;
import org.sparknmf.solver.FactorSums;

/**
 * The product A'F (l x k) of a basis A with a factor F of the same rows, and the statistics of F,
 * along the tree over their parts.
 */
public final class BasisSums {
  private BasisSums() {}

  /**
   * What consecutive parts contribute, as far as that goes without the others.
   *
   * @param basis rows of A, part by part
   * @param factor the same rows of F
   * @param parts how many there are of them in all
   */
  public static List<SumNode> partial(
      Iterator<MatrixBlock> basis, Iterator<FactorPart> factor, int parts) {
    OrderedReduce reduce = new OrderedReduce(parts);
    while (factor.hasNext()) {
      FactorPart part = factor.next();
      MatrixBlock own = basis.next();
      int rank = part.rows().rank();
      int statistics = FactorStatistics.length(rank);
      SumNode leaf = reduce.leaf(part.index(), Precision.DOUBLE, own.columns(), rank, statistics);
      own.addTransposedTimes(part.rows(), 0, leaf.product());
      part.addStatistics(leaf.statistics());
      reduce.add(leaf);
    }
    return reduce.nodes();
  }

  /** The sums over all parts, from what was added up of them, in order. */
  public static FactorSums complete(List<SumNode> nodes, int parts) {
    OrderedReduce total = new OrderedReduce(parts);
    nodes.forEach(total::add);
    return FactorSums.whole(total.root().product(), total.root().statistics());
  }
}
