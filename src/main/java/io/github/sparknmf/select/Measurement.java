package io.github.sparknmf.select;

import io.github.sparknmf.engine.HShare;
import io.github.sparknmf.engine.Segment;
import io.github.sparknmf.engine.SideSums;
import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.linalg.Precision;
import io.github.sparknmf.solver.FactorStatistics;
import java.util.Arrays;
import java.util.List;

/** How far every trial is from the cells that it sees, and from those that are held out of it. */
final class Measurement extends TrialWork {
  private static final long serialVersionUID = 1L;

  Measurement(List<TrialGroup> groups) {
    super(groups);
  }

  /** Two numbers for each trial from held-out cells, one from the others, then statistics of W. */
  @Override
  public SideSums zeros(int group) {
    return SideSums.zeros(3 * group(group).size() + group(group).statisticsLength());
  }

  @Override
  public void add(int group, Segment segment, Factor w, HShare h, SideSums sums) {
    TrialGroup all = group(group);
    int size = all.size();
    for (Segment.RowBlock piece : segment.pieces()) {
      int rows = piece.x().rows();
      SeenBlock block = seen(segment, piece, all);
      block.addHeldOutErrors(all, w, piece.start(), h.ht(), sums.numbers());
      Factor product = Factor.zeros(Precision.DOUBLE, rows, all.width());
      block.seen().addTimes(h.ht(), product, 0);
      for (int t = 0; t < size; t++) {
        Factor own = all.columns(w, piece.start(), rows, t);
        sums.numbers()[2 * size + t] += own.dot(0, rows, all.columns(product, 0, rows, t), 0);
      }
    }
    for (int t = 0; t < size; t++) {
      double[] statistics = FactorStatistics.zeros(all.trials().get(t).rank());
      FactorStatistics.add(all.columns(w, 0, w.rows(), t), 0, w.rows(), statistics);
      System.arraycopy(statistics, 0, sums.numbers(), 3 * size + all.place(t), statistics.length);
    }
  }

  /**
   * Errors of a trial, relative to the cells that they are about.
   *
   * @param seen sqrt of the squared error in parts of the squared cells
   * @param heldOut the same over held-out cells; NaN if there are none, or all are zero
   */
  record Errors(double seen, double heldOut) {}

  /**
   * What came out for a trial.
   *
   * @param statistics of H' of the group
   */
  Errors errors(int group, int trial, SideSums sums, double[] statistics, Survey.Seen x) {
    TrialGroup all = group(group);
    double[] numbers = sums.numbers();
    int rank = all.trials().get(trial).rank();
    double[] w = Arrays.copyOfRange(numbers, 3 * all.size(), numbers.length);
    double model =
        FactorStatistics.model(all.statistics(w, trial), all.statistics(statistics, trial), rank);
    double cross = numbers[2 * all.size() + trial];
    double seen = x.seenSquares() - 2 * cross + model - numbers[2 * trial];
    return new Errors(
        root(Math.max(0, seen), x.seenSquares()), root(numbers[2 * trial + 1], x.heldSquares()));
  }

  private static double root(double squares, double yardstick) {
    return yardstick > 0 ? Math.sqrt(squares / yardstick) : Double.NaN;
  }
}
