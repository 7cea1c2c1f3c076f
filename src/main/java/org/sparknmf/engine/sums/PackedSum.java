package org.sparknmf.engine.sums;

import java.io.Serializable;
import java.util.stream.IntStream;
import org.sparknmf.linalg.Factor;

/**
 * Sums of a stripe on their way to the task that completes them: rows of columns that no segment
 * below has touched are zero, and stay at home.
 */
public final class PackedSum implements Serializable {
  private static final long serialVersionUID = 1L;

  private final SumNode node;
  private final int stripeRows;
  private final int[] rows;

  private PackedSum(SumNode node, int stripeRows, int[] rows) {
    this.node = node;
    this.stripeRows = stripeRows;
    this.rows = rows;
  }

  /** Packs a node; its arrays are taken over. */
  static PackedSum of(SumNode node) {
    Factor product = node.product();
    int[] touched = IntStream.range(0, product.rows()).filter(i -> !product.isZero(i, 1)).toArray();
    if (touched.length == product.rows()) {
      return new PackedSum(node, product.rows(), new int[0]);
    }
    Factor packed = new Route(0, touched).gather(product);
    return new PackedSum(node.with(packed, node.statistics()), product.rows(), touched);
  }

  /** The first segment that it covers. */
  long firstSegment() {
    return node.firstSegment();
  }

  /** The node as it was; this object is not to be used again. */
  SumNode unpacked() {
    if (node.product().rows() == stripeRows) {
      return node;
    }
    return node.with(new Route(0, rows).scatter(node.product(), stripeRows), node.statistics());
  }

  /** Bytes of its numbers. */
  long bytes() {
    return node.bytes() + 4L * rows.length;
  }
}
