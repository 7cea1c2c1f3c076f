package org.sparknmf.engine.sums;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.sparknmf.linalg.Factor;
import scala.Tuple2;

/** The complete sums of one stripe of columns. */
public final class StripeSum implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Factor product;
  private final double[] statistics;
  private final long arrived;

  private StripeSum(SumNode root, long arrived) {
    this.product = root.product();
    this.statistics = root.statistics();
    this.arrived = arrived;
  }

  /** Completes the trees of some stripes, whose nodes come in any order; in order of stripes. */
  static List<StripeSum> complete(Iterator<Tuple2<Integer, PackedSum>> nodes, int segments) {
    TreeMap<Integer, List<PackedSum>> byStripe = new TreeMap<>();
    while (nodes.hasNext()) {
      Tuple2<Integer, PackedSum> node = nodes.next();
      byStripe.computeIfAbsent(node._1(), s -> new ArrayList<>()).add(node._2());
    }
    return byStripe.values().stream().map(stripe -> complete(stripe, segments)).toList();
  }

  private static StripeSum complete(List<PackedSum> stripe, int segments) {
    stripe.sort(Comparator.comparingLong(PackedSum::firstSegment));
    OrderedReduce reduce = new OrderedReduce(segments);
    stripe.forEach(packed -> reduce.add(packed.unpacked()));
    long arrived = stripe.stream().mapToLong(PackedSum::bytes).sum();
    return new StripeSum(reduce.root(), arrived);
  }

  /** Terms of the stripe's columns. */
  Factor product() {
    return product;
  }

  /** Statistics of W with the first stripe, nothing with the others. */
  double[] statistics() {
    return statistics;
  }

  /** Bytes of the numbers that it was added up from. */
  long arrived() {
    return arrived;
  }

  /** Bytes of its numbers. */
  long bytes() {
    return product.bytes() + 8L * statistics.length;
  }
}
