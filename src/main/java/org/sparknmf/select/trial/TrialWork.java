package org.sparknmf.select.trial;

import java.util.List;
import org.sparknmf.engine.joint.JointWork;
import org.sparknmf.engine.matrix.Segment;

/** Work on groups of trials. */
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
}
