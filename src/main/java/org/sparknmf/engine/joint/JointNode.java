package org.sparknmf.engine.joint;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.collections4.IteratorUtils;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.engine.sums.OrderedReduce;
import org.sparknmf.engine.sums.SumNode;

/** A partial sum of one group. */
public final class JointNode implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int group;
  private final SumNode sum;

  private JointNode(int group, SumNode sum) {
    this.group = group;
    this.sum = sum;
  }

  int group() {
    return group;
  }

  SumNode sum() {
    return sum;
  }

  /** The sums of a partition, group after group: one group's arrays at a time are in work. */
  static Iterator<JointNode> of(
      JointWork work,
      List<HShare> h,
      Iterator<Segment> segments,
      Iterator<JointRows> rows,
      int segmentCount) {
    List<Segment> own = IteratorUtils.toList(segments);
    List<JointRows> ownRows = IteratorUtils.toList(rows);
    List<JointNode> nodes = new ArrayList<>();
    for (int g = 0; g < work.groups(); g++) {
      OrderedReduce total = new OrderedReduce(segmentCount);
      for (int s = 0; s < own.size(); s++) {
        JointSums leaf = work.zeros(g);
        work.add(g, own.get(s), ownRows.get(s).group(g), h, leaf);
        total.add(new SumNode(0, own.get(s).index(), leaf.product(), leaf.numbers()));
      }
      for (SumNode node : total.nodes()) {
        nodes.add(new JointNode(g, node));
      }
    }
    return nodes.iterator();
  }
}
