package io.github.sparknmf.select;

import io.github.sparknmf.engine.HShare;
import io.github.sparknmf.engine.Segment;
import io.github.sparknmf.engine.SideSums;
import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.solver.FactorStatistics;
import java.util.List;

/** How far every trial is from the cells that it sees, and from those that are held out of it. */
final class Measurement extends TrialWork {
  private static final long serialVersionUID = 1L;

  Measurement(List<TrialGroup> groups) {
    super(groups);
  }

  /**
   * For each trial: the cross product over seen cells, squares of the fit and of the errors over
   * the others.
   */
  @Override
  public SideSums zeros(int group) {
    return SideSums.zeros(3 * group(group).size());
  }

  @Override
  public void add(int group, Segment segment, Factor w, List<HShare> h, SideSums sums) {
    TrialGroup all = group(group);
    int size = all.size();
    for (Segment.RowBlock piece : segment.pieces()) {
      int rows = piece.x().rows();
      SeenBlock block = seen(segment, piece, all);
      for (int t = 0; t < size; t++) {
        Factor ht = all.share(h, t).ht();
        Factor own = all.columns(w, piece.start(), rows, t);
        Factor product = own.zerosLike(rows);
        block.seen().addTimes(ht, product, 0);
        sums.numbers()[t] += own.dot(0, rows, product, 0);
        sums.numbers()[size + t] += block.sum(HeldOutCells.SQUARES, own, ht);
        sums.numbers()[2 * size + t] += block.sum(HeldOutCells.ERRORS, own, ht);
      }
    }
  }

  /**
   * Errors of a trial, relative to the cells that they are about.
   *
   * @param seen sqrt of the squared error in parts of the squared cells
   * @param heldOut the same over held-out cells; NaN if there are none, or all are zero
   */
  record Errors(double seen, double heldOut) {}

  /** What came out for a trial, of which the last improvement left the statistics of W. */
  Errors errors(int group, int trial, SideSums sums, TrialState state, TrialStarts starts) {
    int size = group(group).size();
    double[] numbers = sums.numbers();
    Survey.Seen x = starts.seen(state.trial());
    double[] h = state.share().statistics();
    double model = FactorStatistics.model(state.wStatistics(), h, state.trial().rank());
    double cross = numbers[trial];
    double modelOfHeld = numbers[size + trial];
    double lost = numbers[2 * size + trial];
    double seen = x.seenSquares() - 2 * cross + model - modelOfHeld;
    return new Errors(root(Math.max(0, seen), x.seenSquares()), root(lost, x.heldSquares()));
  }

  private static double root(double squares, double yardstick) {
    return yardstick > 0 ? Math.sqrt(squares / yardstick) : Double.NaN;
  }
}
