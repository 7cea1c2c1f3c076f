package org.sparknmf.select.trial;

import java.util.List;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.joint.JointSums;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.linalg.CsrMatrix;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.MatrixSummary;

/** What each group sees of X, before there is a W. */
final class Survey extends TrialWork {
  private static final long serialVersionUID = 1L;
  private static final int SUM = 0;
  private static final int SQUARES = 1;
  private static final int OBSERVED = 2;
  private static final int HELD_SQUARES = 3;
  private static final int NUMBERS = 4;

  Survey(List<TrialGroup> groups) {
    super(groups);
  }

  /**
   * What came out for a group. Cells count as often as they weigh.
   *
   * @param sum of the cells it sees
   * @param squares their sum of squares
   * @param observed how many they are
   * @param heldSquares the sum of squares of those that it does not see
   */
  record Moments(double sum, double squares, double observed, double heldSquares) {
    static Moments of(JointSums sums) {
      double[] numbers = sums.numbers();
      return new Moments(numbers[SUM], numbers[SQUARES], numbers[OBSERVED], numbers[HELD_SQUARES]);
    }

    /** What is known of a matrix of which no more is seen. */
    MatrixSummary seenOf(MatrixSummary x) {
      return x.seeing(sum, squares, observed);
    }
  }

  /** An empty factor, since there is no W yet and none is needed. */
  @Override
  public Factor rows(int group, Segment segment, Factor old, List<HShare> h) {
    return Factor.zeros(Precision.DOUBLE, 0, 1);
  }

  @Override
  public JointSums zeros(int group) {
    return JointSums.zeros(NUMBERS);
  }

  @Override
  public void add(int group, Segment segment, Factor w, List<HShare> h, JointSums sums) {
    double[] numbers = sums.numbers();
    for (Segment.RowBlock piece : segment.pieces()) {
      SeenBlock block = seen(segment, piece, group(group));
      CsrMatrix cells = block.seen().toCsr();
      for (int p = 0; p < cells.nonZeros(); p++) {
        double value = cells.values()[p];
        double weighed = cells.weight(p) * value;
        numbers[SUM] += weighed;
        numbers[SQUARES] = Math.fma(weighed, value, numbers[SQUARES]);
      }
      numbers[OBSERVED] += block.observed();
      numbers[HELD_SQUARES] += squares(block.heldOut());
    }
  }

  private static double squares(CsrMatrix cells) {
    double sum = 0;
    for (int p = 0; p < cells.nonZeros(); p++) {
      double value = cells.values()[p];
      sum = Math.fma(cells.weight(p) * value, value, sum);
    }
    return sum;
  }
}
