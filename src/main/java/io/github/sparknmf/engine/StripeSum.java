package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.Factor;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import scala.Tuple2;

/** The complete sums of one stripe of columns. */
final class StripeSum implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Factor product;
  private final double[] gram;

  private StripeSum(Factor product, double[] gram) {
    this.product = product;
    this.gram = gram;
  }

  /** Completes the trees of some stripes, whose nodes come in any order; in order of stripes. */
  static List<StripeSum> complete(Iterator<Tuple2<Integer, SumNode>> nodes, int segments) {
    TreeMap<Integer, List<SumNode>> byStripe = new TreeMap<>();
    while (nodes.hasNext()) {
      Tuple2<Integer, SumNode> node = nodes.next();
      byStripe.computeIfAbsent(node._1(), s -> new ArrayList<>()).add(node._2());
    }
    List<StripeSum> sums = new ArrayList<>(byStripe.size());
    for (List<SumNode> stripe : byStripe.values()) {
      stripe.sort(Comparator.comparingLong(SumNode::firstSegment));
      OrderedReduce reduce = new OrderedReduce(segments);
      stripe.forEach(reduce::add);
      sums.add(new StripeSum(reduce.root().product(), reduce.root().gram()));
    }
    return sums;
  }

  /** X'W of the stripe's columns. */
  Factor product() {
    return product;
  }

  /** W'W with the first stripe, nothing with the others. */
  double[] gram() {
    return gram;
  }

  /** Bytes of its numbers. */
  long bytes() {
    return product.bytes() + 8L * gram.length;
  }
}
