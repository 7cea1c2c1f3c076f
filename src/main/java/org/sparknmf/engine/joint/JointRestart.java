package org.sparknmf.engine.joint;

import java.util.List;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.factor.SavedFactor;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.linalg.Factor;

/** Reads the rows of W that were saved. */
record JointRestart(List<SavedFactor> saved) implements JointWork {

  @Override
  public int groups() {
    return saved.size();
  }

  @Override
  public Factor rows(int group, Segment segment, Factor old, List<HShare> h) {
    SavedFactor factor = saved.get(group);
    return factor.rows(
        segment.firstRow(), segment.rows(), factor.index().rank(), factor.index().precision());
  }
}
