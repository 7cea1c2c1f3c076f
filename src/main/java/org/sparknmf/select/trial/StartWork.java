package org.sparknmf.select.trial;

import java.util.List;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.start.RandomStart;

/** The start values of W. */
final class StartWork extends TrialWork {
  private static final long serialVersionUID = 1L;

  StartWork(List<TrialGroup> groups) {
    super(groups);
  }

  @Override
  public Factor rows(int group, Segment segment, Factor old, List<HShare> h) {
    TrialGroup all = group(group);
    Factor w = Factor.zeros(Precision.DOUBLE, segment.rows(), all.w().width());
    for (int t = 0; t < all.size(); t++) {
      Factor own =
          all.trial(t).startRows(RandomStart.FactorName.W, segment.firstRow(), segment.rows());
      all.w().put(own, w, 0, t);
    }
    return w;
  }
}
