package io.github.sparknmf.select;

import io.github.sparknmf.engine.HShare;
import io.github.sparknmf.engine.Segment;
import io.github.sparknmf.engine.SideSums;
import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.linalg.Precision;
import io.github.sparknmf.solver.FactorStatistics;
import io.github.sparknmf.solver.FactorUpdate;
import java.util.List;

/**
 * One update of every W, and what every H needs for its own. In the place of a held-out cell stands
 * what the factors fit to it: the loss over the seen cells lies nowhere above that of the matrix so
 * filled, and touches it at the old factors, so it never rises (Zhang, Wang, Ford and Makedon, SDM
 * 2006).
 */
final class Improvement extends TrialWork {
  private static final long serialVersionUID = 1L;

  private final int columns;

  /**
   * An update.
   *
   * @param columns of X
   */
  Improvement(List<TrialGroup> groups, int columns) {
    super(groups);
    this.columns = columns;
  }

  @Override
  public Factor rows(int group, Segment segment, Factor old, HShare h) {
    TrialGroup all = group(group);
    Factor w = old.copy();
    for (Segment.RowBlock piece : segment.pieces()) {
      int rows = piece.x().rows();
      SeenBlock block = seen(segment, piece, all);
      Factor product = Factor.zeros(Precision.DOUBLE, rows, all.width());
      block.seen().addTimes(h.ht(), product, 0);
      block.addFittedToRows(all, w, piece.start(), h.ht(), product);
      for (int t = 0; t < all.size(); t++) {
        Factor own = all.columns(w, piece.start(), rows, t);
        FactorUpdate.apply(
            all.trials().get(t).rules().rows(),
            own,
            0,
            rows,
            all.columns(product, 0, rows, t),
            0,
            all.statistics(h.statistics(), t));
        all.putColumns(own, w, piece.start(), t);
      }
    }
    return w;
  }

  @Override
  public SideSums zeros(int group) {
    TrialGroup all = group(group);
    return SideSums.zeros(columns, all.width(), all.statisticsLength());
  }

  @Override
  public void add(int group, Segment segment, Factor w, HShare h, SideSums sums) {
    TrialGroup all = group(group);
    for (Segment.RowBlock piece : segment.pieces()) {
      SeenBlock block = seen(segment, piece, all);
      block.seen().addTransposedTimes(w, piece.start(), sums.product());
      block.addFittedToColumns(all, w, piece.start(), h.ht(), sums.product());
    }
    for (int t = 0; t < all.size(); t++) {
      double[] statistics = FactorStatistics.zeros(all.trials().get(t).rank());
      FactorStatistics.add(all.columns(w, 0, w.rows(), t), 0, w.rows(), statistics);
      System.arraycopy(statistics, 0, sums.numbers(), all.place(t), statistics.length);
    }
  }
}
