package io.github.sparknmf.select;

import io.github.sparknmf.engine.HShare;
import io.github.sparknmf.engine.Segment;
import io.github.sparknmf.engine.SideSums;
import io.github.sparknmf.engine.SideWork;
import io.github.sparknmf.linalg.Factor;
import java.util.List;

/** Work on groups of trials. Unless a kind of work says otherwise, W stays and nothing adds up. */
abstract class TrialWork implements SideWork {
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
  public SideSums zeros(int group) {
    return SideSums.zeros(0);
  }

  @Override
  public void add(int group, Segment segment, Factor w, List<HShare> h, SideSums sums) {
    // Nothing adds up.
  }
}
