package org.sparknmf.select.trial;

import java.util.List;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.start.RandomStart;

/**
 * Takes the columns of trials that have ended out of W, or has a trial of a larger rank go on from
 * them: its first columns are those, the others are its own start values.
 */
final class Succession extends TrialWork {
  private static final long serialVersionUID = 1L;

  private final List<TrialGroup> before;
  private final List<Integer> sources;
  private final List<List<Integer>> heirs;

  /**
   * The groups that remain.
   *
   * @param before the groups as they were
   * @param after the groups as they are to be
   * @param sources where each of them was
   * @param heirs of which trial there each of its trials has its columns
   */
  Succession(
      List<TrialGroup> before,
      List<TrialGroup> after,
      List<Integer> sources,
      List<List<Integer>> heirs) {
    super(after);
    this.before = List.copyOf(before);
    this.sources = List.copyOf(sources);
    this.heirs = List.copyOf(heirs);
  }

  @Override
  public int source(int group) {
    return sources.get(group);
  }

  @Override
  public Factor rows(int group, Segment segment, Factor old, List<HShare> h) {
    TrialGroup was = before.get(sources.get(group));
    Factor w = Factor.zeros(Precision.DOUBLE, old.rows(), group(group).w().width());
    for (int t = 0; t < heirs.get(group).size(); t++) {
      Factor inherited = was.w().get(old, 0, old.rows(), heirs.get(group).get(t));
      Trial trial = group(group).trial(t);
      Factor own = widened(inherited, trial, RandomStart.FactorName.W, segment.firstRow());
      group(group).w().put(own, w, 0, t);
    }
    return w;
  }

  /**
   * Rows of a trial that has the first of its columns from another.
   *
   * @param inherited these columns, not modified
   * @param firstRow global number of the first row
   */
  static Factor widened(
      Factor inherited, Trial trial, RandomStart.FactorName which, long firstRow) {
    int rank = trial.rank();
    int known = inherited.rank();
    if (known == rank) {
      return inherited;
    }
    DoubleFactor own = trial.startRows(which, firstRow, inherited.rows());
    double[] from = ((DoubleFactor) inherited).entries();
    for (int i = 0; i < inherited.rows(); i++) {
      System.arraycopy(from, i * known, own.entries(), i * rank, known);
    }
    return own;
  }
}
