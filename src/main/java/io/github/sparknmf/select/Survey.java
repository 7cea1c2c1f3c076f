package io.github.sparknmf.select;

import io.github.sparknmf.engine.HShare;
import io.github.sparknmf.engine.Segment;
import io.github.sparknmf.engine.SideSums;
import io.github.sparknmf.linalg.CsrMatrix;
import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.linalg.Precision;
import java.util.List;

/** What each group sees of X, before there is a W. */
final class Survey extends TrialWork {
  private static final long serialVersionUID = 1L;
  private static final int SEEN_SUM = 0;
  private static final int SEEN_SQUARES = 1;
  private static final int HELD_CELLS = 2;
  private static final int HELD_SQUARES = 3;
  private static final int NUMBERS = 4;

  Survey(List<TrialGroup> groups) {
    super(groups);
  }

  /**
   * What came out for a group.
   *
   * @param seenSum of the cells it sees
   * @param seenSquares their sum of squares
   * @param heldCells how many it does not see
   * @param heldSquares the sum of squares of those
   */
  record Seen(double seenSum, double seenSquares, double heldCells, double heldSquares) {
    static Seen of(SideSums sums) {
      double[] numbers = sums.numbers();
      return new Seen(
          numbers[SEEN_SUM], numbers[SEEN_SQUARES], numbers[HELD_CELLS], numbers[HELD_SQUARES]);
    }

    /** Mean of the cells that are seen. */
    double mean(double cells) {
      return seenSum / (cells - heldCells);
    }
  }

  /** There is no W yet, and none is needed. */
  @Override
  public Factor rows(int group, Segment segment, Factor old, List<HShare> h) {
    return Factor.zeros(Precision.DOUBLE, 0, 1);
  }

  @Override
  public SideSums zeros(int group) {
    return SideSums.zeros(NUMBERS);
  }

  @Override
  public void add(int group, Segment segment, Factor w, List<HShare> h, SideSums sums) {
    double[] numbers = sums.numbers();
    for (Segment.RowBlock piece : segment.pieces()) {
      SeenBlock block = seen(segment, piece, group(group));
      CsrMatrix cells = block.seen().toCsr();
      for (int p = 0; p < cells.nonZeros(); p++) {
        double value = cells.values()[p];
        numbers[SEEN_SUM] += value;
        numbers[SEEN_SQUARES] = Math.fma(value, value, numbers[SEEN_SQUARES]);
      }
      numbers[HELD_CELLS] += block.heldOut();
      numbers[HELD_SQUARES] += block.heldOutSquares();
    }
  }
}
