package io.github.sparknmf.select;

import io.github.sparknmf.engine.HShare;
import io.github.sparknmf.engine.Segment;
import io.github.sparknmf.linalg.DoubleFactor;
import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.linalg.Precision;
import io.github.sparknmf.solver.start.RandomStart;
import java.util.List;

/** The start values of W. */
final class Start extends TrialWork {
  private static final long serialVersionUID = 1L;

  Start(List<TrialGroup> groups) {
    super(groups);
  }

  @Override
  public Factor rows(int group, Segment segment, Factor old, List<HShare> h) {
    TrialGroup all = group(group);
    Factor w = Factor.zeros(Precision.DOUBLE, segment.rows(), all.w().width());
    for (int t = 0; t < all.size(); t++) {
      Trial trial = all.trial(t);
      double[] values = new double[segment.rows() * trial.rank()];
      trial.start().fill(RandomStart.Factor.W, segment.firstRow(), values);
      all.w().put(DoubleFactor.of(values, trial.rank()), w, 0, t);
    }
    return w;
  }
}
