package org.sparknmf.select.trial;

import java.util.Arrays;
import java.util.List;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.joint.JointSums;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.linalg.Factor;

/**
 * The component that each row of a sample belongs to, in every trial: the one with the largest
 * share of the row's fit, w_ic times the sum of row c of H, which no scaling of the factors
 * changes. One number a trial and row: 0 for a row of zeros, else 1 + c.
 */
final class Membership extends TrialWork {
  private static final long serialVersionUID = 1L;

  private final long[] sample;

  Membership(List<TrialGroup> groups, long[] sample) {
    super(groups);
    this.sample = sample.clone();
  }

  @Override
  public JointSums zeros(int group) {
    return JointSums.zeros(group(group).size() * sample.length);
  }

  @Override
  public void add(int group, Segment segment, Factor w, List<HShare> h, JointSums sums) {
    TrialGroup all = group(group);
    for (int t = 0; t < all.size(); t++) {
      double[] weights = all.share(h, t).ht().columnSums();
      for (int s = first(segment); s < sample.length && isIn(segment, sample[s]); s++) {
        int row = (int) (sample[s] - segment.firstRow());
        sums.numbers()[t * sample.length + s] = heaviest(all, t, w, row, weights);
      }
    }
  }

  private int first(Segment segment) {
    int found = Arrays.binarySearch(sample, segment.firstRow());
    return found < 0 ? -found - 1 : found;
  }

  private static boolean isIn(Segment segment, long row) {
    return row < segment.firstRow() + segment.rows();
  }

  private static int heaviest(TrialGroup all, int trial, Factor w, int row, double[] weights) {
    int from = all.w().offset(trial);
    double most = 0;
    int heaviest = 0;
    for (int c = 0; c < all.trial(trial).rank(); c++) {
      double share = w.get(row, from + c) * weights[c];
      if (share > most) {
        most = share;
        heaviest = c + 1;
      }
    }
    return heaviest;
  }

  /** The components of the sample's rows in one trial. */
  int[] of(JointSums sums, int trial) {
    int from = trial * sample.length;
    return Arrays.stream(sums.numbers(), from, from + sample.length)
        .mapToInt(component -> (int) component)
        .toArray();
  }
}
