package org.sparknmf.select.trial;

import java.util.List;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.joint.JointSums;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.update.FactorUpdate;
import org.sparknmf.solver.update.UpdateRule;

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
  public Factor rows(int group, Segment segment, Factor old, List<HShare> h) {
    TrialGroup all = group(group);
    Factor w = old.copy();
    for (Segment.RowBlock piece : segment.pieces()) {
      int rows = piece.x().rows();
      SeenBlock block = seen(segment, piece, all);
      for (int t = 0; t < all.size(); t++) {
        HShare other = all.share(h, t);
        Trial trial = all.trial(t);
        Factor own = all.w().get(w, piece.start(), rows, t);
        Factor terms = terms(trial, rows);
        block.addRowTerms(trial.loss(), own, other.ht(), terms);
        UpdateRule rule = trial.rules().rows();
        FactorUpdate.apply(rule, own, 0, rows, terms, 0, other.statistics());
        all.w().put(own, w, piece.start(), t);
      }
    }
    return w;
  }

  private static Factor terms(Trial trial, int rows) {
    return Factor.zeros(Precision.DOUBLE, rows, trial.loss().width(trial.rank()));
  }

  @Override
  public JointSums zeros(int group) {
    TrialGroup all = group(group);
    return JointSums.zeros(columns, all.terms().width(), all.statisticsLength());
  }

  @Override
  public void add(int group, Segment segment, Factor w, List<HShare> h, JointSums sums) {
    TrialGroup all = group(group);
    List<Segment.RowBlock> pieces = segment.pieces();
    List<SeenBlock> blocks = pieces.stream().map(piece -> seen(segment, piece, all)).toList();
    for (int t = 0; t < all.size(); t++) {
      Factor ht = all.share(h, t).ht();
      Trial trial = all.trial(t);
      Factor terms = terms(trial, columns);
      for (int p = 0; p < blocks.size(); p++) {
        int rows = pieces.get(p).x().rows();
        Factor own = all.w().get(w, pieces.get(p).start(), rows, t);
        blocks.get(p).addColumnTerms(trial.loss(), own, ht, terms);
      }
      all.terms().put(terms, sums.product(), 0, t);
    }
    all.putStatistics(w, sums.numbers(), 0);
  }
}
