package io.github.sparknmf.select;

import io.github.sparknmf.engine.HShare;
import io.github.sparknmf.engine.Segment;
import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.linalg.Precision;
import java.util.List;

/** Takes the columns of trials that have ended out of W. */
final class Remainder extends TrialWork {
  private static final long serialVersionUID = 1L;

  private final List<TrialGroup> before;
  private final List<Integer> sources;
  private final List<List<Integer>> kept;

  /**
   * The groups that remain, each with some of the trials that it had.
   *
   * @param before the groups as they were
   * @param after the groups as they are to be
   * @param sources where each of them was
   * @param kept which trials of that are left, for each
   */
  Remainder(
      List<TrialGroup> before,
      List<TrialGroup> after,
      List<Integer> sources,
      List<List<Integer>> kept) {
    super(after);
    this.before = List.copyOf(before);
    this.sources = List.copyOf(sources);
    this.kept = List.copyOf(kept);
  }

  @Override
  public int source(int group) {
    return sources.get(group);
  }

  @Override
  public Factor rows(int group, Segment segment, Factor old, List<HShare> h) {
    TrialGroup was = before.get(sources.get(group));
    Factor w = Factor.zeros(Precision.DOUBLE, old.rows(), group(group).width());
    for (int t = 0; t < kept.get(group).size(); t++) {
      Factor own = was.columns(old, 0, old.rows(), kept.get(group).get(t));
      group(group).putColumns(own, w, 0, t);
    }
    return w;
  }
}
