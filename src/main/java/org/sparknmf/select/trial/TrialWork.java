package org.sparknmf.select.trial;

import java.util.List;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.joint.JointSums;
import org.sparknmf.engine.joint.JointWork;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.linalg.Factor;

/** Work on groups of trials. Unless a kind of work says otherwise, W stays and nothing adds up. */
abstract class TrialWork implements JointWork {
  private static final long serialVersionUID = 1L;

  private final List<TrialGroup> groups;

  TrialWork(List<TrialGroup> groups) {
    this.groups = List.copyOf(groups);
  }

  @Override
  public final int groups() {
    return groups.size();
  }

  final TrialGroup group(int number) {
    return groups.get(number);
  }

  /** A piece of a segment as a group sees it. */
  static SeenBlock seen(Segment segment, Segment.RowBlock piece, TrialGroup group) {
    return SeenBlock.of(piece.x(), segment.firstRow() + piece.start(), group.held());
  }

  @Override
  public Factor rows(int group, Segment segment, Factor old, List<HShare> h) {
    return old;
  }

  @Override
  public JointSums zeros(int group) {
    return JointSums.zeros(0);
  }

  @Override
  public void add(int group, Segment segment, Factor w, List<HShare> h, JointSums sums) {
    // Nothing adds up.
  }
}
