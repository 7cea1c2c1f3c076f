package org.sparknmf.engine.joint;

import java.io.Serializable;
import java.util.List;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.linalg.Factor;

/** The rows of a segment of the W of each group. */
public final class JointRows implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int index;
  private final long firstRow;
  private final Factor[] groups;

  private JointRows(int index, long firstRow, Factor[] groups) {
    this.index = index;
    this.firstRow = firstRow;
    this.groups = groups;
  }

  /**
   * What work makes of them.
   *
   * @param old null at the very start
   * @param h what is known of H
   */
  static JointRows of(JointWork work, Segment segment, JointRows old, List<HShare> h) {
    Factor[] groups = new Factor[work.groups()];
    for (int g = 0; g < groups.length; g++) {
      Factor before = old == null ? null : old.groups[work.source(g)];
      groups[g] = work.rows(g, segment, before, h);
    }
    return new JointRows(segment.index(), segment.firstRow(), groups);
  }

  Factor group(int group) {
    return groups[group];
  }

  /** The rows of one group, to be saved. */
  FactorPart part(int group) {
    return new FactorPart(index, firstRow, groups[group]);
  }
}
