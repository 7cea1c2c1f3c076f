package org.sparknmf.select.trial;

import java.util.List;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.joint.JointSums;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.loss.ConstantFit;
import org.sparknmf.solver.loss.Loss;

/** What is lost if one value, the mean of the cells seen, fits all: by these, and by the others. */
final class Baseline extends TrialWork {
  private static final long serialVersionUID = 1L;

  private final List<Loss> losses;
  private final double[] means;

  /**
   * Creates a pass that measures constant fits.
   *
   * @param losses of each group
   * @param means of each group
   */
  Baseline(List<TrialGroup> groups, List<Loss> losses, double[] means) {
    super(groups);
    this.losses = List.copyOf(losses);
    this.means = means.clone();
  }

  @Override
  public JointSums zeros(int group) {
    return JointSums.zeros(Lost.NUMBERS);
  }

  @Override
  public void add(int group, Segment segment, Factor w, List<HShare> h, JointSums sums) {
    for (Segment.RowBlock piece : segment.pieces()) {
      SeenBlock block = seen(segment, piece, group(group));
      ConstantFit fit = ConstantFit.of(block.seen(), means[group]);
      Lost.add(block, losses.get(group), fit.w(), fit.ht(), sums.numbers(), 0);
    }
  }

  /** What came out for a group. */
  Sight sight(int group, MatrixSummary seen, JointSums sums) {
    Lost lost = Lost.of(sums.numbers(), 0);
    double whole = losses.get(group).ofConstant(lost.cells(), means[group], seen);
    return new Sight(seen, Math.max(0, whole - lost.inPlace()), lost.unseen());
  }
}
