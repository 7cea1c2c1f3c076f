package org.sparknmf.engine.sums;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.Precision;

/**
 * Adds up along one fixed binary tree over segment numbers. Nodes come in ascending order; two
 * siblings become their parent as soon as both are there, so that whoever holds consecutive
 * segments keeps few sums, and cutting the segments anywhere gives the same bits.
 */
public final class OrderedReduce {
  private final int segments;
  private final Deque<SumNode> pending = new ArrayDeque<>();
  private final Deque<SumNode> free = new ArrayDeque<>();

  public OrderedReduce(int segments) {
    this.segments = segments;
  }

  public void add(SumNode node) {
    SumNode top = node;
    while (!isRoot(top)) {
      if (top.isLeft() && hasSibling(top)) {
        break;
      }
      if (top.isLeft()) {
        top = top.parent();
        continue;
      }
      SumNode left = pending.peek();
      if (left == null || left.level() != top.level() || left.index() != top.index() - 1) {
        break;
      }
      pending.pop();
      free.push(top);
      top = left.plus(top);
    }
    pending.push(top);
  }

  private boolean isRoot(SumNode node) {
    return node.index() == 0 && (1L << node.level()) >= segments;
  }

  private boolean hasSibling(SumNode left) {
    return ((left.index() + 1L) << left.level()) < segments;
  }

  /**
   * A leaf whose sums are all zero, in arrays that are no longer needed where there are any.
   *
   * @param rows columns of X whose terms it takes
   * @param width numbers for each of them
   * @param statistics how many, 0 where those of W are not asked for
   */
  SumNode leaf(int segment, Precision precision, int rows, int width, int statistics) {
    SumNode used = free.poll();
    if (used == null) {
      return new SumNode(0, segment, Factor.zeros(precision, rows, width), new double[statistics]);
    }
    used.product().clear(0, rows);
    Arrays.fill(used.statistics(), 0);
    return new SumNode(0, segment, used.product(), used.statistics());
  }

  /** The sums that could not be completed here, in ascending order. */
  public List<SumNode> nodes() {
    List<SumNode> nodes = new ArrayList<>();
    pending.descendingIterator().forEachRemaining(nodes::add);
    return nodes;
  }

  /** The complete sum. */
  public SumNode root() {
    SumNode root = pending.peek();
    if (root == null || pending.size() != 1 || !isRoot(root)) {
      throw new IllegalStateException(
          pending.size() + " partial sums are left of " + segments + " segments");
    }
    return root;
  }
}
