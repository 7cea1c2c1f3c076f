package org.sparknmf.select.trial;

import java.util.List;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.joint.JointSums;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.loss.Loss;

/** How far every trial is from the cells that it sees, and from those that are held out of it. */
public final class Measurement extends TrialWork {
  private static final long serialVersionUID = 1L;

  Measurement(List<TrialGroup> groups) {
    super(groups);
  }

  @Override
  public JointSums zeros(int group) {
    return JointSums.zeros(Lost.NUMBERS * group(group).size());
  }

  @Override
  public void add(int group, Segment segment, Factor w, List<HShare> h, JointSums sums) {
    TrialGroup all = group(group);
    for (Segment.RowBlock piece : segment.pieces()) {
      SeenBlock block = seen(segment, piece, all);
      for (int t = 0; t < all.size(); t++) {
        Factor own = all.w().get(w, piece.start(), piece.x().rows(), t);
        Factor ht = all.share(h, t).ht();
        Lost.add(block, all.trial(t).loss(), own, ht, sums.numbers(), Lost.NUMBERS * t);
      }
    }
  }

  /**
   * Errors of a trial, relative to the cells that they are about.
   *
   * @param seen the square root of the loss over the cells seen, in parts of the yardstick
   * @param heldOut the same over held-out cells; NaN if there are none, or their yardstick is 0
   */
  public record Errors(double seen, double heldOut) {}

  /** What came out for a trial, of which the last improvement left the statistics of W. */
  Errors errors(int trial, JointSums sums, TrialState state, Sight sight) {
    Lost lost = Lost.of(sums.numbers(), Lost.NUMBERS * trial);
    Loss loss = state.trial().loss();
    int rank = state.trial().rank();
    double[] w = state.wStatistics();
    double[] h = state.share().statistics();
    double whole =
        loss.fromSums(lost.cells(), w, h, rank)
            .orElseGet(() -> loss.complete(lost.cells(), w, h, rank));
    return new Errors(
        root(Math.max(0, whole - lost.inPlace()), sight.yardstick()),
        root(lost.unseen(), sight.heldYardstick()));
  }

  private static double root(double lost, double yardstick) {
    return yardstick > 0 ? Math.sqrt(lost / yardstick) : Double.NaN;
  }
}
