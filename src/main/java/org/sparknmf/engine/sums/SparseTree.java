package org.sparknmf.engine.sums;

import java.util.NavigableMap;
import java.util.Optional;
import org.sparknmf.linalg.Factor;

/**
 * The fixed tree of sums where only some nodes have anything to add. A node that is missing counts
 * as zero, which changes no bit of a sum of non-negative numbers.
 */
public final class SparseTree {
  private final NavigableMap<Long, SumNode> nodes;

  private SparseTree(NavigableMap<Long, SumNode> nodes) {
    this.nodes = nodes;
  }

  /**
   * The product at the root, in the arrays of one of the nodes; empty if there are none.
   *
   * @param nodes by first segment, none covering another; modified
   * @param segments number of leaves
   */
  public static Optional<Factor> sum(NavigableMap<Long, SumNode> nodes, int segments) {
    int height = segments == 1 ? 0 : 32 - Integer.numberOfLeadingZeros(segments - 1);
    return new SparseTree(nodes).below(height, 0);
  }

  private Optional<Factor> below(int level, long first) {
    Long found = nodes.ceilingKey(first);
    if (found == null || found >= first + (1L << level)) {
      return Optional.empty();
    }
    SumNode node = nodes.get(found);
    if (found == first && node.level() == level) {
      return Optional.of(node.product());
    }
    Optional<Factor> left = below(level - 1, first);
    Optional<Factor> right = below(level - 1, first + (1L << (level - 1)));
    if (left.isPresent() && right.isPresent()) {
      left.get().add(right.get());
    }
    return left.or(() -> right);
  }
}
